import { randomUUID } from 'node:crypto'
import { canonicalJson, sha256 } from '#catalog/canonical-json.ts'
import { emptySubmission, type Submission } from '#engine/design/submission.ts'
import { drillSchema } from '#engine/drill/drill.ts'
import { engineVersion } from '#engine/rubric/engine-version.ts'
import type { CompiledDrill } from '#engine/rubric/rubric.ts'
import { scoreSubmission } from '#engine/rubric/score-submission.ts'
import type { AttemptDeps } from '#server/attempts/deps.ts'
import type { Database } from '#server/db/client.ts'
import { newId } from '#server/id.ts'

const dimensions = Array.from({ length: 10 }, (_, n) => ({ id: `d${n}`, title: `Dimension ${n}`, weights: { L6: 10, L7: 10 } }))

/** A small drill with one fact to ask for. */
export const testDrill: CompiledDrill = {
  drill: drillSchema.parse({
    slug: 'small-drill',
    title: 'A small drill',
    level: 'L6',
    minutes: 60,
    summary: 'A drill for tests',
    phases: [{ id: 'all', title: 'All of it', minutes: 60, checklist: ['Do it'] }],
    facts: [{ id: 'expiry', text: 'Links live five years.', asks: ['expire', 'retention'] }],
  }),
  criteria: [],
  scoring: {
    dimensions,
    bands: { near: 0.4, at: 0.6, above: 0.8 },
    minimumCoverage: 0.8,
    capWhenMustMissed: 'near',
    because: 'It is a test.',
  },
  kinds: [],
  content: 'test',
}

export type TestClock = { now: () => number; pass: (ms: number) => void }

/** A clock that stands until told to pass. */
export function testClock(startMs = Date.UTC(2026, 0, 5, 9, 0, 0)): TestClock {
  let nowMs = startMs
  return {
    now: () => nowMs,
    pass: ms => {
      nowMs += ms
    },
  }
}

/** The real engine on the small drill, with a clock of the test's own. */
export function testDeps(db: Database, now: () => number, drill: CompiledDrill = testDrill): AttemptDeps {
  const json = canonicalJson(drill)
  return {
    db,
    now,
    findDrill: async slug => (slug === drill.drill.slug ? { hash: sha256(json), canonicalJson: json } : undefined),
    score: scoreSubmission,
    engine: engineVersion,
  }
}

/** A person with an account. */
export async function createPerson(db: Database, fields: { extraTimePercent?: number; name?: string } = {}): Promise<string> {
  const id = newId()
  await db.user.create({
    data: {
      id,
      email: `${id.toLowerCase()}@example.org`,
      name: 'A Person',
      role: 'member',
      timeZone: 'Europe/Berlin',
      createdAt: new Date(),
      ...fields,
    },
  })
  return id
}

export const withWorksheet = (worksheet: string): Submission => ({ ...emptySubmission, worksheet })
export const newRevisionId = () => randomUUID()
