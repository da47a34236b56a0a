import type { Timeline } from '#engine/rubric/timeline.ts'

export type { Timeline } from '#engine/rubric/timeline.ts'

export type TimelineRevision = { readonly atMs: number; readonly submission: unknown }
export type TimelineQuestion = { readonly atMs: number; readonly factId: string | null }

/** Minutes since the start, to the tenth; never negative. */
const minuteAt = (startedAtMs: number, atMs: number) => Math.max(0, Math.round((atMs - startedAtMs) / 6000) / 10)

/** Gathers a timeline while revisions pass by in order, so that nobody has to hold them all. */
export function timelineCollector(startedAtMs: number) {
  const firstMinutes = new Map<string, number>()
  return {
    add({ atMs, submission }: TimelineRevision): void {
      for (const record of recordsOf(submission)) {
        if (!firstMinutes.has(record)) firstMinutes.set(record, minuteAt(startedAtMs, atMs))
      }
    },
    finish(questions: readonly TimelineQuestion[], curveballs: Timeline['curveballs'] = []): Timeline {
      return {
        firstMinutes: Object.fromEntries(firstMinutes),
        questions: questions.flatMap(({ atMs, factId }) =>
          factId === null ? [] : [{ fact: factId, minute: minuteAt(startedAtMs, atMs) }],
        ),
        curveballs,
      }
    },
  }
}

/**
 * What the criteria about time read: the minute, counted from the start, at which each record first stood in the submission (`/decisions/d1`,
 * `/architecture/components/web`; a text or a number by its own place, `/worksheet`), and at which each fact was asked for. Revisions must be in order.
 */
export function timelineOf(
  startedAtMs: number,
  revisions: readonly TimelineRevision[],
  questions: readonly TimelineQuestion[],
): Timeline {
  const collector = timelineCollector(startedAtMs)
  for (const revision of revisions) collector.add(revision)
  return collector.finish(questions)
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const nameOf = (item: Record<string, unknown>, index: number) => String(item.id ?? item.slot ?? item.target ?? index)

/** The places that hold something. An empty text is not there yet, and the schema's name is not the candidate's. */
function recordsOf(value: unknown, place = ''): string[] {
  if (Array.isArray(value)) return value.filter(isRecord).map((item, index) => `${place}/${nameOf(item, index)}`)
  if (isRecord(value)) return Object.entries(value).flatMap(([name, inner]) => recordsOf(inner, `${place}/${name}`))
  return place === '/schema' || value === undefined || value === null || value === '' ? [] : [place]
}
