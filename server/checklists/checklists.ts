import { z } from 'zod'
import type { Checklist, ChecklistItem } from '#engine/checklist/checklist.ts'
import { type Evidence, judgeSeen, type SeenVerdict } from '#engine/checklist/judge-seen.ts'
import type { Level } from '#engine/drill/drill.ts'
import { type Refusal, refuse } from '../attempts/refusal.ts'
import { sittingOf } from '../attempts/sitting-of.ts'
import type { Database } from '../db/client.ts'

export type ChecklistDeps = {
  readonly db: Database
  readonly now: () => number
  readonly lists: readonly Checklist[]
  /** The level that a drill is written for; undefined when the catalog no longer has it. */
  readonly levelOf: (drill: string) => Level | undefined
}

export type ItemState = ChecklistItem & {
  /** When it was ticked by hand. */
  readonly tickedAtMs: number | null
  /** What the app sees of it; null where it sees nothing. */
  readonly verdict: SeenVerdict | null
  readonly done: boolean
}

export type ChecklistState = {
  readonly list: Checklist
  /** The attempt that it is about, of a list that each attempt has anew. */
  readonly attempt: { readonly id: string; readonly drillSlug: string } | null
  readonly groups: readonly { readonly title: string; readonly items: readonly ItemState[] }[]
  readonly done: number
  readonly of: number
}

const attemptId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'That is not an attempt.')

export const tickInput = z.strictObject({
  list: z.string().max(100),
  item: z.string().max(100),
  attempt: attemptId.nullable().describe('For a list that each attempt has anew'),
  ticked: z.boolean(),
})

const keyOf = (list: string, item: string, attempt: string | null) => `${list}/${item}${attempt === null ? '' : `@${attempt}`}`

/** A handed-in attempt of this person; null when they have none of that id. */
async function attemptOf({ db }: ChecklistDeps, userId: string, id: string) {
  if (!attemptId.safeParse(id).success) return null
  return db.attempt.findFirst({ where: { id, userId, handedInAt: { not: null } }, select: { id: true, drillSlug: true } })
}

/** Where a person stands with a list: what they ticked and what the app sees. Null when there is no such list, or no such attempt of theirs. */
export async function checklistOf(
  deps: ChecklistDeps,
  userId: string,
  listId: string,
  about: string | null = null,
): Promise<ChecklistState | null> {
  const list = deps.lists.find(({ id }) => id === listId)
  if (!list) return null
  const attempt = list.each === 'attempt' && about !== null ? await attemptOf(deps, userId, about) : null
  if (about !== null && !attempt) return null
  const [rows, evidence] = await Promise.all([
    deps.db.checklistTick.findMany({ where: { userId, itemKey: { startsWith: `${list.id}/` } } }),
    evidenceOf(deps, userId, list),
  ])
  const ticks = new Map(rows.map(({ itemKey, at }) => [itemKey, at.getTime()]))
  const groups = list.groups.map(({ title, items }) => ({
    title,
    items: items.map((item): ItemState => {
      const tickedAtMs = ticks.get(keyOf(list.id, item.id, attempt?.id ?? null)) ?? null
      const verdict = item.seen && evidence ? judgeSeen(item.seen, evidence) : null
      return { ...item, tickedAtMs, verdict, done: tickedAtMs !== null || verdict?.done === true }
    }),
  }))
  const all = groups.flatMap(({ items }) => items)
  return { list, attempt, groups, done: all.filter(({ done }) => done).length, of: all.length }
}

/** What a person has done, as far as a list asks for it. */
async function evidenceOf({ db, levelOf }: ChecklistDeps, userId: string, list: Checklist): Promise<Evidence | null> {
  if (!list.groups.some(({ items }) => items.some(({ seen }) => seen !== undefined))) return null
  const mine = { attempt: { userId } }
  const [lessons, attempts, recordings, friends, mentors] = await Promise.all([
    db.lessonProgress.findMany({ where: { userId, doneAt: { not: null } }, select: { slug: true } }),
    db.attempt.findMany({ where: { userId, handedInAt: { not: null } }, include: { _count: { select: { scores: true } } } }),
    db.recording.count({ where: { ...mine, whole: true } }),
    db.friendReview.count({ where: mine }),
    db.mentorReview.count({ where: { ...mine, doneAt: { not: null } } }),
  ])
  return {
    lessonsDone: new Set(lessons.map(({ slug }) => slug)),
    handedIn: attempts.map(row => ({
      drill: row.drillSlug,
      level: levelOf(row.drillSlug) ?? sittingOf(row).level,
      clockMinutes: row.mode === 'practice' ? null : row.minutes,
      scored: row._count.scores > 0,
    })),
    recordings,
    friends,
    mentors,
  }
}

/** Ticks an item by hand, or takes that back. What the catalog does not have, and an attempt of somebody else, is refused. */
export async function tickItem(
  deps: ChecklistDeps,
  userId: string,
  { list: listId, item, attempt, ticked }: z.infer<typeof tickInput>,
): Promise<{ readonly ok: true } | Refusal> {
  const list = deps.lists.find(({ id }) => id === listId)
  if (!list?.groups.some(({ items }) => items.some(({ id }) => id === item)))
    return refuse(404, 'unknown-item', 'There is no such item on a checklist. Load the page again: the list may have changed.')
  if ((list.each === 'attempt') !== (attempt !== null))
    return list.each === 'attempt'
      ? refuse(400, 'no-attempt', 'This list is of one attempt. Open it from the page of the attempt.')
      : refuse(400, 'not-of-an-attempt', 'This list is not of an attempt. Leave the attempt out.')
  if (attempt !== null && !(await attemptOf(deps, userId, attempt)))
    return refuse(404, 'unknown-attempt', 'You have no attempt of that id that was handed in.')
  const itemKey = keyOf(list.id, item, attempt)
  if (!ticked) await deps.db.checklistTick.deleteMany({ where: { userId, itemKey } })
  else
    await deps.db.checklistTick.upsert({
      where: { userId_itemKey: { userId, itemKey } },
      create: { userId, itemKey, at: new Date(deps.now()) },
      // The first time stays.
      update: {},
    })
  return { ok: true }
}
