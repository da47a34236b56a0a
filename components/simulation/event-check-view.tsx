'use client'

import { useEffect, useRef, useState } from 'react'
import type { CheckedTime, EventCheck } from '#engine/simulation/event-check.ts'
import type { LiveRun } from '#engine/simulation/live-run.ts'
import { Button } from '../ui/button.tsx'
import { TableHead } from '../ui/table.tsx'
import { rate, time, times } from './figures.ts'
import { useLiveControls, useLiveRun } from './live-run-context.tsx'
import type { Answered } from './simulation-worker.ts'

type State =
  | { readonly is: 'idle' | 'running' }
  | { readonly is: 'failed'; readonly message: string }
  | { readonly is: 'done'; readonly check: EventCheck; readonly of: LiveRun | null }

/** How far the formulas and a run event by event agree for this very design. Asked for: it takes longer than the rest. */
export function EventCheckView() {
  const run = useLiveRun()
  const { question } = useLiveControls()
  const [state, setState] = useState<State>({ is: 'idle' })
  const worker = useRef<Worker | null>(null)
  useEffect(() => () => worker.current?.terminate(), [])
  const start = () => {
    const asked = question()
    if (!asked) return
    worker.current?.terminate()
    const made = new Worker(new URL('./simulation-worker.ts', import.meta.url), { type: 'module' })
    worker.current = made
    const end = (next: State) => {
      made.terminate()
      setState(next)
    }
    made.onmessage = ({ data }: MessageEvent<Answered>) =>
      end(
        'check' in data
          ? { is: 'done', check: data.check, of: run }
          : { is: 'failed', message: 'message' in data ? data.message : '' },
      )
    made.onerror = event => end({ is: 'failed', message: event.message || 'its program could not be loaded' })
    made.postMessage({ number: 0, question: asked, events: true })
    setState({ is: 'running' })
  }
  const stale = state.is === 'done' && state.of !== run
  return (
    <section aria-label="Checked by an event run">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h3 className="text-xs font-semibold">Checked by an event run</h3>
        <Button size="sm" onClick={start} disabled={state.is === 'running'}>
          {state.is === 'running' ? 'Running…' : state.is === 'done' ? 'Check again' : 'Check'}
        </Button>
      </div>
      <div role="status" className="mt-1 text-xs text-quiet">
        {state.is === 'failed' ? `The event run stopped: ${state.message}. Check again.` : null}
        {state.is === 'idle'
          ? 'The figures above are computed; a check runs the design request by request, with several seeds.'
          : null}
        {stale ? 'The design or the load has changed since; check again.' : null}
      </div>
      {state.is === 'done' && !stale ? <Checked check={state.check} /> : null}
    </section>
  )
}

function Checked({ check }: { check: EventCheck }) {
  if (check.short)
    return (
      <p className="mt-1 text-xs text-quiet">
        So much arrives here that no run of some seconds sees its slow requests; there is nothing to compare. Check one cell or
        one shard at its own rate.
      </p>
    )
  const far = check.flows.filter(f => f.p99.ratio !== null && Math.abs(Math.log(f.p99.ratio)) > Math.log(1.25))
  return (
    <>
      <table className="w-full">
        <TableHead
          columns={[
            { title: `At ${times(check.load)}` },
            { title: 'p99 computed', right: true },
            { title: 'p99 run', right: true },
          ]}
        />
        <tbody>
          {check.flows.map(flow => (
            <tr key={flow.id} className="border-b border-line align-top">
              <th scope="row" className="py-1 pr-2 text-left font-normal wrap-break-word">
                {flow.name}
                <span className="num block text-xs text-quiet">
                  {rate(flow.goodput.mean)} of {rate(flow.offered)} in time
                </span>
              </th>
              <td className="num py-1 pr-4 text-right whitespace-nowrap">{time(flow.p99.analytic)}</td>
              <td className="num py-1 text-right">
                {flow.p99.events ? time(flow.p99.events.mean) : 'none'}
                <span className="block text-xs text-quiet">{between(flow.p99)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-1 text-xs text-quiet">
        {check.runs} seeded runs, {check.events.toLocaleString('en')} events; in brackets the 95% interval over the seeds.{' '}
        {far.length > 0
          ? `They differ by more than a quarter for ${far.map(f => f.name).join(', ')}: retries, timeouts and scaling are in the runs alone.`
          : check.flows.some(f => f.p99.ratio !== null)
            ? 'They agree to a quarter.'
            : 'No flow has a steady p99 in both, so there is nothing to compare.'}
      </p>
    </>
  )
}

const between = ({ events }: CheckedTime) =>
  events && events.low !== null && events.high !== null ? `(${time(Math.max(0, events.low))} to ${time(events.high)})` : ''
