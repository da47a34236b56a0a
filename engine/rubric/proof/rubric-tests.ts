import { z } from 'zod'
import { parseSubmission } from '../../design/parse-submission.ts'
import type { Submission } from '../../design/submission.ts'
import { slug } from '../../drill/drill.ts'
import { verdicts } from '../criterion.ts'
import type { CompiledDrill, Exemplar } from '../rubric.ts'
import { scoreSubmission } from '../score-submission.ts'
import type { Timeline } from '../timeline.ts'

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const rubricTest = z.strictObject({
  about: z.string().trim().min(1).describe('What it shows, in a sentence'),
  start: z.string().default('empty').describe('The exemplar to begin with, or "empty"'),
  change: z
    .record(z.string(), z.unknown())
    .default({})
    .describe('Dotted paths and what is put there; records of a list by their id: data.urls.partitionKey'),
  landed: z
    .record(slug, z.enum(['before', 'after']))
    .default({})
    .describe('Curveballs that landed: before the change was made, or after it'),
  expects: z.record(slug, z.enum(verdicts)).describe('Criteria and the verdicts that they must get'),
})

/** drills/SLUG/tests.yaml: the own tests of a rubric's criteria. */
export const rubricTestsSchema = z.strictObject({ tests: z.array(rubricTest).min(1) })

export type RubricTest = z.infer<typeof rubricTest>

/** What a test found: nothing wrong, or what in words. */
export type RubricTestResult = { readonly about: string; readonly faults: readonly string[] }

/** The submission that a test describes; the fault in words when it describes none. */
export function submissionOf(
  test: RubricTest,
  exemplars: Readonly<Record<string, Exemplar>>,
):
  | { readonly ok: true; readonly before: Submission; readonly after: Submission }
  | { readonly ok: false; readonly fault: string } {
  const start = test.start === 'empty' ? {} : exemplars[test.start]?.submission
  if (start === undefined) {
    const names = ['empty', ...Object.keys(exemplars)].join(', ')
    return { ok: false, fault: `starts from "${test.start}", which does not exist; use one of: ${names}` }
  }
  const before = parseSubmission(start)
  if (!before.ok) return { ok: false, fault: `the exemplar "${test.start}" is no submission` }
  let value: unknown = before.submission
  for (const [path, put] of Object.entries(test.change)) value = withAt(value, path.split('.'), put)
  const after = parseSubmission(value)
  if (after.ok) return { ok: true, before: before.submission, after: after.submission }
  const [problem] = after.problems
  return { ok: false, fault: `its change makes no submission: ${problem?.path.join('.')} ${problem?.message}` }
}

function withAt(value: unknown, [key, ...rest]: readonly string[], put: unknown): unknown {
  if (key === undefined) return put
  if (Array.isArray(value)) {
    const index = value.findIndex(entry => isRecord(entry) && (entry.id ?? entry.slot ?? entry.target) === key)
    const place = index >= 0 ? index : /^\d+$/.test(key) ? Number(key) : value.length
    return [...value.slice(0, place), withAt(value[place] ?? { id: key }, rest, put), ...value.slice(place + 1)]
  }
  const record = isRecord(value) ? value : {}
  return { ...record, [key]: withAt(record[key], rest, put) }
}

/** Runs the own tests of a drill's criteria. Faults name the criterion, what it got and why, and what was expected. */
export function runRubricTests(
  compiled: CompiledDrill,
  exemplars: Readonly<Record<string, Exemplar>>,
  tests: readonly RubricTest[],
): readonly RubricTestResult[] {
  return tests.map(test => {
    const found = submissionOf(test, exemplars)
    if (!found.ok) return { about: test.about, faults: [found.fault] }
    const timeline: Timeline = {
      firstMinutes: {},
      questions: [],
      curveballs: Object.entries(test.landed).map(([id, when]) => ({
        id,
        minute: compiled.drill.curveballs.find(c => c.id === id)?.minute ?? 0,
        draft: when === 'after' ? found.after : found.before,
      })),
    }
    const report = scoreSubmission(compiled, { submission: found.after, timeline }, { seed: 1 })
    const byId = new Map(report.criteria.map(c => [c.id, c]))
    const faults = Object.entries(test.expects).flatMap(([id, expected]) => {
      const got = byId.get(id)
      if (!got) return [`expects a verdict on "${id}", which the rubric does not have`]
      return got.verdict === expected ? [] : [`${id} gets "${got.verdict}" (${got.reason}); "${expected}" is expected`]
    })
    return { about: test.about, faults }
  })
}
