import type { Agreement } from '#engine/rubric/agreement.ts'
import type { ScoreReport } from '#engine/rubric/score-report.ts'
import { AgreementChart } from './agreement-chart.tsx'
import { VerdictMark } from './verdict.tsx'

type Judged = { readonly criterionId: string; readonly verdict: 'met' | 'partly' | 'missed'; readonly reason: string }
type Props = {
  report: ScoreReport
  judgements: readonly Judged[]
  columns: {
    readonly overall: Agreement
    readonly kappa: number | null
    readonly dimensions: readonly (Agreement & { readonly id: string; readonly title: string })[]
  }
  mentor: string
}

/** The mentor's verdicts and the engine's side by side, and how far they agree. */
export function MentorColumns({ report, judgements, columns, mentor }: Props) {
  const criteria = new Map(report.criteria.map(c => [c.id, c]))
  const { overall, kappa, dimensions } = columns
  return (
    <>
      <p className="text-sm">
        Mentor and engine say the same on <span className="num font-semibold">{overall.agreed}</span> of{' '}
        <span className="num">{overall.judged}</span> criteria that both decided.{' '}
        {kappa === null ? (
          'Too few of them differ for a kappa.'
        ) : (
          <>
            Weighted kappa (quadratic): <span className="num font-semibold">{kappa.toFixed(2)}</span>
            <span className="text-quiet">; 1 is full agreement, 0 what chance would give.</span>
          </>
        )}
      </p>
      {dimensions.length > 0 ? (
        <div className="mt-3 max-w-xl">
          <AgreementChart caption="Agreement of mentor and engine by dimension" first="Dimension" rows={dimensions} />
        </div>
      ) : null}
      <table className="mt-5 w-full text-sm">
        <caption className="sr-only">Verdicts of mentor and engine</caption>
        <thead className="text-left text-xs text-faint">
          <tr className="border-b border-line">
            <th scope="col" className="py-1.5 pr-3 font-medium">
              Criterion
            </th>
            <th scope="col" className="w-24 py-1.5 pr-3 font-medium break-words sm:w-40">
              {mentor}
            </th>
            <th scope="col" className="w-28 py-1.5 font-medium sm:w-40">
              Engine
            </th>
          </tr>
        </thead>
        <tbody>
          {judgements.map(({ criterionId, verdict, reason }) => {
            const c = criteria.get(criterionId)
            return c ? (
              <tr key={criterionId} className="border-b border-line align-top">
                <th scope="row" className="py-2 pr-3 text-left font-normal">
                  <span className="font-medium">{c.question}</span>
                  {reason ? <span className="block break-words">{reason}</span> : null}
                  <span className="block text-quiet">Engine: {c.reason}</span>
                </th>
                <td className="py-2 pr-3">
                  <VerdictMark verdict={verdict} />
                </td>
                <td className="py-2">
                  <VerdictMark verdict={c.verdict} />
                </td>
              </tr>
            ) : null
          })}
        </tbody>
      </table>
    </>
  )
}
