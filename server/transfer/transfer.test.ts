import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { sprintTemplatesSchema } from '#engine/sprint/template.ts'
import { createPerson, testClock, testDeps } from '#tests/factories/attempt-deps.ts'
import { openSitting } from '#tests/factories/sitting.ts'
import { openTestDatabase, providers, type TestDatabase } from '#tests/factories/test-database.ts'
import { leadWholeLife, lifeRecall } from '#tests/factories/whole-life.ts'
import { loadAttempt } from '../attempts/load-attempt.ts'
import { draftAt, replayAttempt } from '../attempts/replay.ts'
import { rescore } from '../attempts/review.ts'
import { recallSession } from '../recall/cards.ts'
import { exportAll } from './export-all.ts'
import { importAll, previewImport } from './import-all.ts'

const { templates } = sprintTemplatesSchema.parse(parse(readFileSync('content/sprints/templates.yaml', 'utf8')))
const bytesOf = (value: unknown) => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value))
const takeOver = { settings: true }

/** A file as a test changes it. */
// biome-ignore lint/suspicious/noExplicitAny: a hostile file has any shape
type Loose = any

/** The file with something else in one place, such as `attempts[0].startedAt`. */
function put(file: Loose, place: string, value: unknown): Loose {
  const path = place.split(/[.[\]]+/).filter(Boolean)
  const last = path.pop() ?? ''
  path.reduce((inner, part) => inner[part], file)[last] = value
  return file
}

/** What another account is bound to have otherwise: who it is, when it was exported, what stays on the server where it was made. */
function comparable(file: Loose): Loose {
  const { exportedAt: _at, mentoring: _mentoring, profile, attempts, ...rest } = structuredClone(file)
  const { id: _id, email: _email, name: _name, role: _role, createdAt: _created, ...settings } = profile
  return {
    ...rest,
    settings,
    attempts: attempts.map(({ mentors: _m, recordings: _r, ...attempt }: Loose) => attempt),
  }
}

describe.each(providers)('everything of a person, from one Tenfold to another, on %s', provider => {
  let from: TestDatabase
  let to: TestDatabase
  const clock = testClock()
  let life: Awaited<ReturnType<typeof leadWholeLife>>
  let author: string
  let file: Loose
  beforeAll(async () => {
    from = await openTestDatabase(provider)
    to = await openTestDatabase(provider)
    author = await createPerson(from.db)
    const mentor = await createPerson(from.db)
    await from.db.user.update({ where: { id: mentor }, data: { role: 'mentor' } })
    life = await leadWholeLife(from.db, clock, author, mentor, templates)
    file = JSON.parse(JSON.stringify(await exportAll(life.deps, author)))
  })
  afterAll(async () => {
    await from.close()
    await to.close()
  })

  const there = () => ({ ...life.deps, db: to.db })
  const exported = async (userId: string, deps = there()) => JSON.parse(JSON.stringify(await exportAll(deps, userId)))
  const rowsOf = (userId: string) =>
    to.db.user.findUniqueOrThrow({
      where: { id: userId },
      include: { attempts: true, cardStates: true, ownCards: true, days: true },
    })

  it('holds what was done, names what it does not hold, and no secret', () => {
    expect(file).toMatchObject({
      format: 'tenfold/export/2',
      profile: { level: 'L7', weeklyHours: 11, interviewDate: '2026-03-09' },
      lessons: [{ slug: 'caching' }, { slug: 'latency' }],
      cards: {
        states: [{}, {}, {}],
        reviews: [{}, {}, {}, { undoneAt: expect.any(String) }, {}],
        own: [{}, { removedAt: expect.any(String) }, {}],
      },
      checks: [{ lesson: 'latency', check: 'one', right: true }],
      planChanges: [
        { itemKey: 'drill:links', kind: 'skip' },
        { itemKey: 'lesson:caching', day: '2026-01-20' },
      ],
      ticks: [{ itemKey: `sheet/first@${life.attemptId}` }],
      sprints: [{ answers: [{ place: 0 }] }],
      days: [{ mocks: [{ attemptId: life.attemptId }, { attemptId: life.late }] }],
      attempts: [
        {
          revisions: [{ kind: 'checkpoint' }, { kind: 'delta' }, { kind: 'delta' }],
          friends: [{ name: 'Mia' }],
          mentors: [{ mentor: 'A Person' }],
          recordings: [{ bytes: 100, sound: expect.stringContaining('/recordings/') }],
        },
        { handedInBy: 'clock', lateDrafts: [{}] },
      ],
    })
    expect(JSON.stringify(file)).not.toMatch(/passwordHash|tokenHash|"epoch"/)
  })

  it('is the same there, apart from who it is and what stays here', async () => {
    const reader = await createPerson(to.db)
    const preview = await previewImport(there(), reader, bytesOf(file))
    expect((await rowsOf(reader)).attempts).toEqual([])
    const done = await importAll(there(), reader, bytesOf(file), takeOver)
    expect(done).toMatchObject({ ok: true, unproven: 0, tallies: preview.ok ? preview.tallies : [] })
    expect(comparable(await exported(reader))).toEqual(comparable(file))
    // Alive, not only there: the head, the replay, the cards.
    expect(await loadAttempt(there(), reader, life.attemptId)).toMatchObject({
      submission: { worksheet: expect.stringContaining('1000M /month') },
    })
    expect(await draftAt(there(), reader, life.attemptId, 1)).toMatchObject({
      worksheet: expect.stringMatching(/^made = 100M\n/),
    })
    const replays = [await replayAttempt(there(), reader, life.attemptId), await replayAttempt(life.deps, author, life.attemptId)]
    expect(replays[0]).toEqual(replays[1])
    expect(replays[0]).toMatchObject({ ok: true, questions: [{}] })
    const [mine, theirs] = [
      await recallSession(lifeRecall(to.db, clock.now), reader),
      await recallSession(lifeRecall(from.db, clock.now), author),
    ]
    expect(mine).toEqual(theirs)
    expect(mine.cards.length).toBeGreaterThan(1)
  })

  it('adds nothing the second time, and only what is new the third', async () => {
    const reader = await createPerson(to.db)
    await importAll(there(), reader, bytesOf(file), takeOver)
    const once = await exported(reader)
    const again = await importAll(there(), reader, bytesOf(file), takeOver)
    expect(again.ok && again.tallies.every(({ adds, here }) => adds === 0 && here > 0)).toBe(true)
    expect({ ...(await exported(reader)), exportedAt: '' }).toEqual({ ...once, exportedAt: '' })
    const later = structuredClone(file)
    later.attempts[0].notes.push({ id: 'a-new-note', at: later.exportedAt, text: 'Later.' })
    later.lessons[0].position = 0.9
    later.lessons[0].updatedAt = later.exportedAt
    const third = await importAll(there(), reader, bytesOf(later), { settings: false })
    expect(third.ok && third.tallies.reduce((sum, { adds }) => sum + adds, 0)).toBe(2)
    const read = await exported(reader)
    expect(read.lessons[0].position).toBe(0.9)
    expect(read.attempts[0].notes.map(({ text }: Loose) => text)).toEqual(['Ask first.', 'Later.'])
  })

  it('comes back into the account that it was made of without a second of anything', async () => {
    const answer = await importAll(life.deps, author, bytesOf(file), takeOver)
    expect(answer.ok && answer.tallies.every(({ adds }) => adds === 0)).toBe(true)
    expect({ ...(await exported(author, life.deps)), exportedAt: '' }).toEqual({ ...file, exportedAt: '' })
  })

  it('gets new ids where another account here has them, and every reference follows', async () => {
    const [first, second] = [await createPerson(to.db), await createPerson(to.db)]
    await importAll(there(), first, bytesOf(file), takeOver)
    const before = await exported(first)
    expect(await importAll(there(), second, bytesOf(file), takeOver)).toMatchObject({ ok: true })
    expect({ ...(await exported(first)), exportedAt: '' }).toEqual({ ...before, exportedAt: '' })
    const read = await exported(second)
    const [attempt] = read.attempts
    expect(attempt.id).not.toBe(life.attemptId)
    expect(read.ticks[0].itemKey).toBe(`sheet/first@${attempt.id}`)
    expect(read.days[0].mocks.map(({ attemptId }: Loose) => attemptId)).toEqual(read.attempts.map(({ id }: Loose) => id))
    const slip = read.cards.own.find(({ origin }: Loose) => origin.startsWith('slip:'))
    expect(slip.origin).toBe(`slip:${attempt.id}:qps`)
    const reviewed = read.cards.own.find(({ ask }: Loose) => ask === 'What did I forget?')
    expect(read.cards.states.map(({ cardKey }: Loose) => cardKey)).toContain(`own/${reviewed.id}`)
    // And they are known again.
    const again = await importAll(there(), second, bytesOf(file), takeOver)
    expect(again.ok && again.tallies.every(({ adds }) => adds === 0)).toBe(true)
  })

  it('leaves the settings and what is newer here as they are, unless told', async () => {
    const reader = await createPerson(to.db)
    const at = new Date(clock.now() + 1000)
    await to.db.lessonProgress.create({ data: { userId: reader, slug: 'latency', doneAt: null, position: 0.1, updatedAt: at } })
    await importAll(there(), reader, bytesOf(file), { settings: false })
    expect(await exported(reader)).toMatchObject({
      profile: { level: 'L6', interviewDate: null },
      lessons: [{}, { doneAt: null, position: 0.1 }],
    })
  })

  it('marks a score that does not come out the same, until it is scored again', async () => {
    const reader = await createPerson(to.db)
    const forged = structuredClone(file)
    forged.attempts[0].scores[0].report.tiers.verified.earned = 100
    forged.attempts[1].scores[0].engine = '0.0.1'
    expect(await importAll(there(), reader, bytesOf(forged), takeOver)).toMatchObject({ ok: true, unproven: 2 })
    const [{ id }] = (await exported(reader)).attempts
    expect((await loadAttempt(there(), reader, id))?.scores).toMatchObject([
      { imported: true, report: { tiers: { verified: { earned: 100 } } } },
    ])
    expect(await rescore(there(), reader, id)).toMatchObject({ ok: true })
    const scores = (await loadAttempt(there(), reader, id))?.scores
    expect(scores).toMatchObject([
      { imported: true },
      { imported: false, report: { tiers: { verified: { earned: expect.any(Number) } } } },
    ])
    expect(scores?.[1]).not.toMatchObject({ report: { tiers: { verified: { earned: 100 } } } })
  })

  it('says that an open attempt stays where it is, and keeps the answers of its drill there', async () => {
    const open = await openSitting(from.db)
    await open.save('a = 1', null)
    const mine = JSON.parse(JSON.stringify(await exportAll(open.deps, open.userId)))
    expect(mine).toMatchObject({ attempts: [{ handedInAt: null, submission: { worksheet: 'a = 1' } }], drills: [] })
    const reader = await createPerson(to.db)
    const answer = await importAll({ ...open.deps, db: to.db }, reader, bytesOf(mine), takeOver)
    expect(answer).toMatchObject({
      ok: true,
      leftOut: [expect.stringContaining('1 attempt that was still open'), expect.any(String)],
    })
    expect((await rowsOf(reader)).attempts).toEqual([])
  })

  const hostile: readonly (readonly [what: string, change: (f: Loose) => unknown, says: RegExp])[] = [
    ['is cut off', f => JSON.stringify(f).slice(0, 2000), /no whole JSON; it may have been cut off/],
    ['is empty', () => '', /no whole JSON/],
    ['is something else', () => '[1, 2]', /no export of Tenfold/],
    ['is one attempt', f => ({ ...f, format: 'tenfold/attempt/1' }), /tenfold\/attempt\/1, which is not everything/],
    [
      'is of a newer format',
      f => ({ ...f, format: 'tenfold/export/3' }),
      /tenfold\/export\/3, made by a newer Tenfold; this one reads tenfold\/export\/2/,
    ],
    ['is of an older format', f => ({ ...f, format: 'tenfold/export/1' }), /tenfold\/export\/1, made by an older Tenfold/],
    ['lacks a part', ({ cards: _, ...f }) => f, /^cards: /],
    ['has a wrong value', f => put(f, 'attempts[0].startedAt', 'yesterday'), /^attempts\[0\]\.startedAt: must be a time/],
    [
      'comes from the future',
      f => put(f, 'lessons[0].updatedAt', '2099-01-01T00:00:00.000Z'),
      /^lessons\[0\]\.updatedAt: lies in the future/,
    ],
    [
      'has a drill that was changed',
      f => put(f, 'drills[0].drill.drill.title', 'Mine'),
      /^drills\[0\]: is not the drill of its hash: "Mine" was changed/,
    ],
    ['lacks a drill', f => put(f, 'drills', []), /^attempts\[0\]\.pinnedHash: names a drill that the file does not hold/],
    [
      'has a revision that is none',
      f => put(f, 'attempts[0].revisions[0].body', { worksheet: 7 }),
      /^attempts\[0\]\.revisions\[0\]: worksheet /,
    ],
    [
      'has a delta of another document',
      f => put(f, 'attempts[0].revisions[1].body', { worksheet: ['@@ -1,4 +1,4 @@\n-zzzz\n+yyyy\n', 0, 2] }),
      /^attempts\[0\]\.revisions\[1\]: is no difference to the revision before it/,
    ],
    [
      'has a delta to what is no submission',
      f => put(f, 'attempts[0].revisions[1].body', { worksheet: [7, 8] }),
      /^attempts\[0\]\.revisions\[1\]: worksheet /,
    ],
    [
      'lacks a revision',
      f => {
        f.attempts[0].revisions.splice(1, 1)
        return f
      },
      /^attempts\[0\]\.revisions\[1\]: has the number 3 and must have 2/,
    ],
    [
      'begins with a delta',
      f => put(f, 'attempts[0].revisions[0].kind', 'delta'),
      /^attempts\[0\]\.revisions\[0\]: must be a checkpoint/,
    ],
    [
      'has an id twice',
      f => {
        f.attempts[0].notes.push(f.attempts[0].notes[0])
        return f
      },
      /^attempts: notes\[1\]: stands twice/,
    ],
    [
      'has a card twice',
      f => {
        f.cards.states.push(f.cards.states[0])
        return f
      },
      /^cards\.states\[3\]: stands twice/,
    ],
    [
      'writes to the prototype',
      f => JSON.stringify(f).replace('"lessons":', '"__proto__":{"polluted":1},"lessons":'),
      /^__proto__: is a name that no export has/,
    ],
    [
      'is too deep',
      f => ({ ...f, x: JSON.parse(`${'['.repeat(200)}${']'.repeat(200)}`) }),
      /holds more than 100 things in each other/,
    ],
    ['has a memory beyond reason', f => put(f, 'cards.states[0].state.due', 1e300), /^cards\.states\[0\]\.state\.due: /],
    ['has an address for an id', f => put(f, 'days[0].id', '../../etc'), /^days\[0\]\.id: must be an id/],
  ]
  it.each(hostile)('refuses a file that %s, with the place, and adds nothing', async (_what, change, says) => {
    const reader = await createPerson(to.db)
    const bytes = bytesOf(change(structuredClone(file)))
    for (const answer of [await previewImport(there(), reader, bytes), await importAll(there(), reader, bytes, takeOver)]) {
      expect(answer.ok).toBe(false)
      if (!answer.ok) expect(answer.error.message).toMatch(says)
    }
    expect(await rowsOf(reader)).toMatchObject({ level: 'L6', attempts: [], cardStates: [], ownCards: [], days: [] })
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })

  it('refuses a file past 50 MB by name before it is read', async () => {
    const reader = await createPerson(to.db)
    expect(await previewImport(there(), reader, new Uint8Array(50_000_001))).toMatchObject({
      status: 413,
      error: { message: expect.stringContaining('50 MB') },
    })
  })

  it('refuses more cards than a person may have, and is undone as a whole', async () => {
    const reader = await createPerson(to.db)
    const at = new Date(clock.now())
    await to.db.ownCard.createMany({
      data: Array.from({ length: 1999 }, (_, n) => ({
        id: `${reader}-${n}`,
        userId: reader,
        ask: `${n}`,
        answer: 'a',
        why: '',
        origin: 'hand',
        createdAt: at,
      })),
    })
    expect(await importAll(there(), reader, bytesOf(file), takeOver)).toMatchObject({
      ok: false,
      error: { code: 'too-many-cards' },
    })
    expect(await rowsOf(reader)).toMatchObject({ attempts: [], cardStates: [], level: 'L6' })
  })

  it('survives two imports of the same file at once', async () => {
    const reader = await createPerson(to.db)
    const answers = await Promise.all([1, 2].map(() => importAll(there(), reader, bytesOf(file), takeOver)))
    const added = answers
      .map(answer => (answer.ok ? answer.tallies.reduce((sum, { adds }) => sum + adds, 0) : -1))
      .sort((a, b) => a - b)
    expect(added[0]).toBe(0)
    expect(added[1]).toBeGreaterThan(10)
  })

  it('is null for nobody', async () => {
    expect(await exportAll(testDeps(to.db, clock.now), 'nobody')).toBeNull()
  })
})
