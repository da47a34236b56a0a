import { readReport } from '#engine/rubric/score-report.ts'
import { mentorReviewsOf } from '../mentors/reviews.ts'
import { listRecordings } from '../recordings/recordings.ts'
import { type Interview, interviewOf } from './curveballs.ts'
import type { AttemptDeps } from './deps.ts'
import { type FriendReview, friendReviewsOf } from './friend-reviews.ts'
import { whatWasHandedIn } from './hand-in.ts'
import { judgementsOf } from './judgements.ts'
import { type AttemptView, loadAttempt } from './load-attempt.ts'
import { scoreToMarkdown } from './score-markdown.ts'

/** The version of the exported JSON; a reader can tell what it holds. */
const FORMAT = 'tenfold/attempt/1'

export type Exported = { readonly markdown: string; readonly json: Record<string, unknown> }

/** One attempt as Markdown for people and JSON for programs; null when this person has no such attempt. The timeline travels with it. */
export async function exportAttempt(deps: AttemptDeps, userId: string, attemptId: string): Promise<Exported | null> {
  const view = await loadAttempt(deps, userId, attemptId)
  const row = view && (await deps.db.attempt.findFirst({ where: { id: attemptId, userId }, include: { pinned: true } }))
  if (!view || !row) return null
  const { timeline } = await whatWasHandedIn(deps.db, row, row.pinned, deps.now())
  const judgements = await judgementsOf(deps.db, attemptId, userId)
  const interview = await interviewOf(deps, userId, attemptId)
  const recordings = await listRecordings(deps, userId, attemptId)
  const friends = await friendReviewsOf(deps, userId, attemptId)
  const { drill: _private, serverNowMs: _now, ...rest } = view
  return {
    markdown: toMarkdown(view, interview, friends),
    json: {
      format: FORMAT,
      ...rest,
      judgements,
      mentors: await mentorReviewsOf(deps, userId, attemptId),
      ...(interview ? { interview } : {}),
      // The sound itself is no text; it is fetched at its address on this server.
      recordings: recordings.map(r => ({ ...r, sound: `/api/attempts/${attemptId}/recordings/${r.id}` })),
      friends,
      timeline,
    },
  }
}

const isoOf = (ms: number | null) => (ms === null ? 'not yet' : new Date(ms).toISOString())

function toMarkdown(view: AttemptView, interview: Interview | null, friends: readonly FriendReview[]): string {
  const { submission } = view
  const { worksheet, schema: _schema, ...parts } = submission
  const report = readReport(view.scores.at(-1)?.report)
  const blocks = [
    `# ${inline(view.drill.drill.title)}`,
    [
      `- Attempt: ${view.id} (${view.mode}, ${view.level})`,
      `- Started: ${isoOf(view.startedAtMs)}`,
      `- Handed in: ${isoOf(view.handedInAtMs)}${view.handedInBy === null ? '' : `, by the ${view.handedInBy}`}`,
    ].join('\n'),
    ...(report ? ['## Score', scoreToMarkdown(report, inline)] : []),
    ...(worksheet === '' ? [] : ['## Worksheet', fenced(worksheet)]),
    ...Object.entries(parts).flatMap(([name, value]) => {
      const list = toList(value)
      return list === '' ? [] : [`## ${titled(name)}`, list]
    }),
    ...(interview && interview.said.length > 0
      ? [
          '## The interviewer',
          interview.said.map(({ minute, text }) => `- minute ${Math.round(minute)}: ${inline(text)}`).join('\n'),
        ]
      : []),
    ...friends.flatMap(friend => friendToMarkdown(friend, view)),
    ...(view.note === '' ? [] : ['## Note', fenced(view.note)]),
  ]
  return `${blocks.join('\n\n')}\n`
}

/** What a friend marked: a grade a line, and the notes. */
function friendToMarkdown({ name, grades, notes }: FriendReview, { drill }: AttemptView): string[] {
  const lines = drill.scoring.dimensions.flatMap(({ id, title }) => (grades[id] ? [`- ${inline(title)}: ${grades[id]}`] : []))
  return [
    `## ${inline(name)} interviewed me`,
    "A friend's grades: below, near, at or above the bar. They add no points.",
    lines.join('\n'),
    ...(notes === '' ? [] : [fenced(notes)]),
  ]
}

/** A nested list of what is filled in; nothing for what is empty. */
function toList(value: unknown, indent = ''): string {
  if (typeof value !== 'object' || value === null) return ''
  const entries = Array.isArray(value)
    ? value.map((item, index): [string, unknown] => [String(index + 1), item])
    : Object.entries(value)
  return entries
    .flatMap(([name, item]) => {
      if (item === '' || item === null || item === undefined) return []
      if (typeof item !== 'object') return [`${indent}- ${inline(name)}: ${inline(String(item))}`]
      const inner = toList(item, `${indent}  `)
      return inner === '' ? [] : [`${indent}- ${inline(name)}\n${inner}`]
    })
    .join('\n')
}

const titled = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)

/** Text as text: no character of it may become markup, and it stays on its line. */
const inline = (text: string) => text.replace(/[\\`*_{}[\]<>#|~&]/g, '\\$&').replace(/\s*\n\s*/g, ' ⏎ ')

/** A code block whose fence is longer than any run of backticks in it. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}text\n${text}\n${fence}`
}
