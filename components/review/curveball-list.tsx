import type { Drill } from '#engine/drill/drill.ts'
import type { CurveballVerdict } from '#engine/rubric/judge-curveball.ts'
import type { Criterion } from '#engine/rubric/rubric.ts'
import type { ScoreReport } from '#engine/rubric/score-report.ts'
import { VerdictMark } from './verdict.tsx'

const words = { met: 'Foreseen', partly: 'Answered after it came', missed: 'Not answered', unsure: 'Not measured here' } as const

const verdictWords = { foreseen: 'met', handled: 'partly', missed: 'missed' } as const

const DEBRIEF =
  'The failure that the simulator found worst for your design at that minute. A strong answer has a record of it with the signal that shows it and the time to recover. It adds no points.'

/**
 * What the interviewer throws in at this drill, what a strong answer does, and whether it stood there before it was asked; of a mock also what came
 * from the general list and the failure that was worst for this very design.
 */
export function CurveballList({
  curveballs,
  criteria,
  report,
  generic = [],
  nemesis = null,
}: {
  curveballs: Drill['curveballs']
  criteria: readonly Criterion[]
  report: ScoreReport | undefined
  generic?: readonly {
    readonly id: string
    readonly minute: number
    readonly text: string
    readonly debrief: string
    readonly verdict: CurveballVerdict
  }[]
  nemesis?: { readonly minute: number; readonly text: string; readonly verdict: CurveballVerdict } | null
}) {
  const verdicts = new Map(report?.criteria.map(c => [c.id, c]) ?? [])
  const rows = curveballs.map(({ id, minute, text, debrief }) => {
    const criterion = criteria.find(c => c.kind === 'foreseen' && c.curveball === id)
    const found = criterion && verdicts.get(criterion.id)
    return { id, minute, text, debrief, verdict: found?.verdict, href: found && `#criterion-${found.id}` }
  })
  for (const { id, minute, text, debrief, verdict } of generic) {
    const about = `${debrief} It may come in any mock, and adds no points.`
    rows.push({ id, minute: Math.round(minute), text, debrief: about, verdict: verdictWords[verdict], href: undefined })
  }
  if (nemesis) {
    const verdict = verdictWords[nemesis.verdict]
    const minute = Math.round(nemesis.minute)
    rows.push({ id: 'nemesis:', minute, text: nemesis.text, debrief: DEBRIEF, verdict, href: undefined })
  }
  return (
    <ol className="divide-y divide-line">
      {rows
        .sort((a, b) => a.minute - b.minute)
        .map(({ id, minute, text, debrief, verdict, href }) => (
          <li key={id} className="grid gap-x-4 gap-y-1 py-3 sm:grid-cols-[1fr_auto]">
            <div className="min-w-0 max-w-prose">
              <p className="font-medium break-words">
                <span className="num mr-2 text-sm text-quiet">min {minute}</span>
                {text}
              </p>
              <p className="text-sm text-quiet">{debrief}</p>
            </div>
            {verdict ? <Answer href={href} verdict={verdict} /> : null}
          </li>
        ))}
    </ol>
  )
}

function Answer({ href, verdict }: { href: string | undefined; verdict: keyof typeof words }) {
  const mark =
    verdict === 'unsure' ? (
      words.unsure
    ) : (
      <>
        <VerdictMark verdict={verdict} />
        <span className="block text-right text-xs">{words[verdict]}</span>
      </>
    )
  const look = 'text-sm whitespace-nowrap text-quiet'
  return href === undefined ? (
    <span className={look}>{mark}</span>
  ) : (
    <a href={href} className={look}>
      {mark}
    </a>
  )
}
