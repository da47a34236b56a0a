import { CircleAlert, CircleCheck } from 'lucide-react'
import type { LiveRun } from '#engine/simulation/live-run.ts'
import { brokenWords, listed, money, percent, time, times } from './figures.ts'

/** Whether a run holds, what breaks first, the slowest p99 and the cost, in one sentence. */
export function SentenceOfRun({ run }: { run: LiveRun }) {
  const Icon = run.holds ? CircleCheck : CircleAlert
  const ink = run.holds ? 'text-good' : 'text-bad'
  return (
    <p aria-live="polite" className="flex gap-2 text-base">
      <Icon aria-hidden className={`mt-0.5 size-5 shrink-0 ${ink}`} />
      <span>
        <strong className={ink}>{run.holds ? 'It holds' : 'It fails'}</strong> at <Num>{times(run.load)}</Num>
        {run.failed.length > 0 ? ` without ${listed(run.failed)}` : ''}
        {why(run)}; {first(run)}; {slowest(run)}; it costs <Num>{money(run.cost.month)}</Num> a month at this load.
      </span>
    </p>
  )
}

const Num = ({ children }: { children: string }) => <span className="num font-semibold whitespace-nowrap">{children}</span>

function why({ broken, unanswered }: LiveRun): string {
  const lost = unanswered > 1e-9 ? `${percent(unanswered)} of requests get no answer` : ''
  const said = [brokenWords(broken), lost].filter(Boolean).join('; ')
  return said ? `: ${said}` : ''
}

function first({ limit, failed }: LiveRun) {
  const without = failed.length > 0 ? 'with that gone ' : ''
  if (limit.load === null) return `${without}nothing breaks up to 1,000x`
  if (limit.load === 0) return `${without}it holds at no load`
  return (
    <>
      {without}it breaks first at <Num>{times(limit.load)}</Num> ({brokenWords(limit.breaks) || 'requests get no answer'})
    </>
  )
}

function slowest({ slowest: most, unsteady }: LiveRun) {
  const none = unsteady.length > 0 ? `${listed(unsteady)} ${unsteady.length === 1 ? 'has' : 'have'} no steady p99` : ''
  if (!most) return none
  return (
    <>
      the slowest p99 is <Num>{time(most.p99)}</Num> ({most.flow}){none ? `, while ${none}` : ''}
    </>
  )
}
