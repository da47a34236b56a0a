import type { ComparedCriterion } from '#engine/rubric/compare-reports.ts'
import { VerdictMark } from './verdict.tsx'

const changeWords: Readonly<Record<ComparedCriterion['change'], string>> = {
  same: 'the same',
  better: 'better',
  worse: 'worse',
  points: 'other points',
  added: 'new',
  removed: 'gone',
}
const points = (n: number) => (Number.isInteger(n) ? String(n) : n.toFixed(1))

type Props = { criteria: readonly ComparedCriterion[]; left: string; right: string }

/** Two scores criterion by criterion: what differs open, what does not folded. */
export function ComparedCriteria({ criteria, left, right }: Props) {
  const differing = criteria.filter(({ change }) => change !== 'same')
  const alike = criteria.filter(({ change }) => change === 'same')
  const counted = (['better', 'worse', 'points', 'added', 'removed'] as const)
    .map(change => [change, differing.filter(c => c.change === change).length] as const)
    .filter(([, n]) => n > 0)
    .map(([change, n]) => `${n} ${changeWords[change]}`)
  return (
    <>
      <p className="mb-2 text-sm text-quiet">
        {differing.length === 0
          ? `All ${alike.length} criteria came out the same.`
          : `From left to right: ${counted.join(', ')}; ${alike.length} the same.`}
      </p>
      {differing.length > 0 ? <Rows criteria={differing} left={left} right={right} caption="Criteria that differ" /> : null}
      {alike.length > 0 && differing.length > 0 ? (
        <details className="mt-3 text-sm">
          <summary>The {alike.length} that came out the same</summary>
          <Rows criteria={alike} left={left} right={right} caption="Criteria that came out the same" />
        </details>
      ) : null}
    </>
  )
}

function Rows({ criteria, left, right, caption }: Props & { caption: string }) {
  return (
    <table className="w-full text-sm">
      <caption className="sr-only">{caption}</caption>
      <thead className="text-left text-xs text-faint">
        <tr className="border-b border-line">
          <th scope="col" className="py-1.5 pr-3 font-medium">
            Criterion
          </th>
          <th scope="col" className="w-24 py-1.5 pr-3 font-medium sm:w-40">
            {left}
          </th>
          <th scope="col" className="w-24 py-1.5 font-medium sm:w-40">
            {right}
          </th>
        </tr>
      </thead>
      <tbody>
        {criteria.map(c => (
          <tr key={c.id} className="border-b border-line align-top">
            <th scope="row" className="py-2 pr-3 text-left font-normal">
              <span className="font-medium">{c.question}</span>
              {c.change === 'same' ? null : (
                <span className="mt-0.5 block text-xs text-quiet">
                  {c.left && c.left.reason !== c.right?.reason ? <span className="block">Left: {c.left.reason}</span> : null}
                  {c.right && c.right.reason !== c.left?.reason ? <span className="block">Right: {c.right.reason}</span> : null}
                </span>
              )}
            </th>
            <Side judged={c.left} tier={c.tier} />
            <Side judged={c.right} tier={c.tier} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Side({ judged, tier }: { judged: ComparedCriterion['left']; tier: ComparedCriterion['tier'] }) {
  return (
    <td className="py-2 pr-3">
      {judged ? (
        <>
          <VerdictMark verdict={judged.verdict} />
          <span className="num block text-xs text-faint">
            {tier === 'verified' ? `${points(judged.earned)} of ${points(judged.possible)}` : tier}
          </span>
        </>
      ) : (
        <span className="text-quiet">not asked</span>
      )}
    </td>
  )
}
