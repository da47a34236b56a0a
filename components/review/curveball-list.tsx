import type { Drill } from '#engine/drill/drill.ts'
import type { Criterion } from '#engine/rubric/rubric.ts'
import type { ScoreReport } from '#engine/rubric/score-report.ts'
import { VerdictMark } from './verdict.tsx'

const words = { met: 'Foreseen', partly: 'Answered after it came', missed: 'Not answered', unsure: 'Not measured here' } as const

/** What the interviewer throws in at this drill, what a strong answer does, and whether it stood there before it was asked. */
export function CurveballList({
  curveballs,
  criteria,
  report,
}: {
  curveballs: Drill['curveballs']
  criteria: readonly Criterion[]
  report: ScoreReport | undefined
}) {
  const verdicts = new Map(report?.criteria.map(c => [c.id, c]) ?? [])
  return (
    <ol className="divide-y divide-line">
      {curveballs
        .toSorted((a, b) => a.minute - b.minute)
        .map(({ id, minute, text, debrief }) => {
          const criterion = criteria.find(c => c.kind === 'foreseen' && c.curveball === id)
          const found = criterion && verdicts.get(criterion.id)
          return (
            <li key={id} className="grid gap-x-4 gap-y-1 py-3 sm:grid-cols-[1fr_auto]">
              <div className="min-w-0 max-w-prose">
                <p className="font-medium">
                  <span className="num mr-2 text-sm text-quiet">min {minute}</span>
                  {text}
                </p>
                <p className="text-sm text-quiet">{debrief}</p>
              </div>
              {criterion && found ? (
                <a href={`#criterion-${criterion.id}`} className="text-sm whitespace-nowrap text-quiet">
                  {found.verdict === 'unsure' ? words.unsure : <VerdictMark verdict={found.verdict} />}
                  {found.verdict === 'unsure' ? null : <span className="block text-right text-xs">{words[found.verdict]}</span>}
                </a>
              ) : null}
            </li>
          )
        })}
    </ol>
  )
}
