import { z } from 'zod'
import { levels, slug } from '#engine/drill/drill.ts'
import { modes } from '#engine/interview/clock.ts'
import { memorySchema } from '#engine/recall/schedule.ts'
import { compiledDrillSchema } from '#engine/rubric/bundle.ts'
import { bands } from '#engine/rubric/scoring.ts'
import { profilePatch } from '../auth/fields.ts'

/** The name of the format without its version. */
export const formatName = 'tenfold/export/'
/** The version that is written and read. */
export const formatVersion = 2
/** What a file may hold. */
export const mostMegabytes = 50
export const mostBytes = mostMegabytes * 1_000_000

const DAY_MS = 86_400_000
/** ts-fsrs plans a hundred years ahead at most. */
const memoryTime = z.number().min(0).max(1e13)
const memory = memorySchema.extend({
  due: memoryTime,
  lastReview: memoryTime.nullable(),
  stability: z.number().min(0).max(1e6),
  difficulty: z.number().min(0).max(10),
  scheduledDays: z.number().min(0).max(1e5),
  learningSteps: z.int().min(0).max(1e4),
  reps: z.int().min(0).max(1e6),
  lapses: z.int().min(0).max(1e6),
})

const id = z.string().regex(/^[\w-]{1,64}$/, 'must be an id: letters, digits, "-" and "_"')
const key = z.string().regex(/^[\w/:@.-]{1,200}$/, 'must be a key of at most 200 letters, digits and / : @ . - _')
/** PostgreSQL keeps no NUL in a text. */
const text = (most: number) =>
  z
    .string()
    .max(most, `may have ${most.toLocaleString('en')} characters`)
    .transform(value => value.replaceAll('\0', ''))
const date = z.iso.datetime('must be a time such as 2026-03-02T09:30:00.000Z').transform(value => new Date(value))
const hash = z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in hexadecimal')

const question = z.object({ text: z.string().max(500), factId: z.string().max(100).nullable() })
const probe = z.object({ id: z.string().max(200), text: z.string().max(5000) })
const nemesis = z.object({ failure: z.string().max(200).nullable(), text: z.string().max(5000) })

const verdict = z.enum(['met', 'partly', 'missed'], 'must be met, partly or missed')
const sprintQuestion = z.object({
  template: z.string(),
  kind: z.enum(['estimate', 'decision']),
  text: z.string(),
  unit: z.string(),
  options: z.array(z.string()),
  worksheet: z.string(),
  right: z.int(),
  why: z.string(),
  lesson: z.string().nullable(),
})
const sprintMark = z.object({
  right: z.boolean(),
  verdict: z.enum(['agrees', 'convention', 'rounded', 'off', 'unreadable', 'right', 'wrong']),
  expected: z.string(),
  reason: z.string(),
  slip: z.object({ id: z.string(), explanation: z.string(), corrected: z.string() }).nullable(),
})

const settings = profilePatch
  .pick({
    timeZone: true,
    level: true,
    weeklyHours: true,
    startDate: true,
    interviewDate: true,
    extraTimePercent: true,
    theme: true,
  })
  .strip()

/**
 * The export of everything of a person, as it is read again. What stands in a file beside this (the submission at the end, the timeline, what mentors
 * said, the recordings) is there to be looked at and is not read. No time of what happened may lie after `nowMs` (ms since the epoch) and a day.
 */
export function exportSchema(nowMs: number) {
  const past = date.refine(value => value.getTime() <= nowMs + DAY_MS, 'lies in the future')

  const revision = z.object({
    id,
    seq: z.int().min(1),
    parentId: id.nullable(),
    at: past,
    kind: z.enum(['checkpoint', 'delta']),
    body: z.unknown().describe('A checkpoint: the submission. A delta: a difference as jsondiffpatch writes it; null for none'),
  })
  const happened = { id, at: past, subject: z.string().min(1).max(200) }
  const event = z.discriminatedUnion('kind', [
    z.object({ ...happened, kind: z.literal('question'), json: question }),
    z.object({ ...happened, kind: z.literal('probe'), json: probe }),
    z.object({ ...happened, kind: z.literal('nemesis'), json: nemesis }),
  ])
  const attempt = z.object({
    id,
    drillSlug: slug,
    mode: z.enum(modes),
    level: z.enum(levels),
    minutes: z.int().min(1).max(1000),
    extraTimePercent: z.int().min(0).max(200),
    pinnedHash: hash,
    startedAt: past,
    endsAt: date.nullable(),
    handedInAt: past.nullable().describe('Null while it is open'),
    handedInBy: z.enum(['candidate', 'clock']).nullable(),
    revisions: z.array(revision).max(20_000),
    events: z.array(event).max(1000),
    scores: z
      .array(
        z.object({
          id,
          at: past,
          engine: z.string().max(100),
          content: hash.describe('The drill that it was computed from'),
          seed: z.string().regex(/^\d{1,20}$/),
          report: z.record(z.string(), z.unknown()),
          imported: z.boolean(),
        }),
      )
      .max(1000),
    selfAssessments: z.array(
      z.object({
        id,
        at: past,
        criterionId: text(100),
        verdict: z.enum(['met', 'partly', 'missed', 'unsure']),
        span: text(2048).nullable(),
      }),
    ),
    judgements: z.array(
      z.object({ id, at: past, criterionId: text(100), verdict: verdict.nullable(), reason: text(2000), appealed: z.boolean() }),
    ),
    lateDrafts: z.array(z.object({ id, writtenAt: past, at: past, submission: z.unknown() })).max(5),
    notes: z.array(z.object({ id, at: past, text: text(10_000) })),
    friends: z
      .array(
        z.object({
          id,
          at: past,
          changedAt: past.nullable(),
          name: text(80),
          grades: z.record(z.string().max(100), z.enum(bands)),
          notes: text(5000),
        }),
      )
      .max(10),
  })

  return z.object({
    format: z.string(),
    profile: settings,
    lessons: z.array(z.object({ slug, doneAt: past.nullable(), position: z.number().min(0).max(1), updatedAt: past })),
    cards: z.object({
      states: z.array(z.object({ cardKey: key, updatedAt: past, state: memory })),
      reviews: z.array(
        z.object({
          id,
          cardKey: key,
          at: past,
          rating: z.int().min(1).max(4),
          before: memory.nullable(),
          undoneAt: past.nullable(),
        }),
      ),
      own: z.array(
        z.object({
          id,
          ask: text(500),
          answer: text(500),
          number: text(500).nullable(),
          unit: text(100).nullable(),
          why: text(5000),
          origin: text(300),
          createdAt: past,
          removedAt: past.nullable(),
        }),
      ),
    }),
    checks: z.array(z.object({ id, lesson: text(100), check: text(100), at: past, right: z.boolean() })),
    planChanges: z.array(
      z.object({ itemKey: key, kind: z.enum(['skip', 'pin']), day: z.iso.date().nullable(), updatedAt: past }),
    ),
    ticks: z.array(z.object({ itemKey: key, at: past })),
    sprints: z.array(
      z.object({
        id,
        seed: z.int().min(0),
        questions: z.array(sprintQuestion).max(100),
        startedAt: past,
        endsAt: date,
        answers: z.array(
          z.object({
            place: z.int().min(0).max(99),
            at: past,
            stated: text(1000),
            right: z.boolean(),
            slip: text(100).nullable(),
            mark: sprintMark,
          }),
        ),
      }),
    ),
    drills: z.array(z.object({ hash, drill: compiledDrillSchema.describe('A drill as an attempt pinned it') })).max(2000),
    attempts: z.array(attempt).max(5000),
    days: z.array(
      z.object({
        id,
        level: z.enum(levels),
        startsAt: date,
        breakMinutes: z.int().min(0).max(180),
        createdAt: past,
        abandonedAt: past.nullable(),
        mocks: z
          .array(
            z.object({
              place: z.int().min(0).max(3),
              drillSlug: slug,
              minutes: z.int().min(1).max(1000),
              attemptId: id.nullable(),
            }),
          )
          .min(1)
          .max(4),
      }),
    ),
  })
}

/** A file that was read: everything in it has been checked by `exportSchema`. */
export type ExportFile = z.output<ReturnType<typeof exportSchema>>
export type FileAttempt = ExportFile['attempts'][number]
