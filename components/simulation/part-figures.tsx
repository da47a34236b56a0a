'use client'

import { clsx } from 'clsx'
import { Unplug } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { money, rate, states, time, times } from './figures.ts'
import { Heat } from './heat.tsx'
import { useLiveControls, useLiveRun } from './live-run-context.tsx'

/** What a run says of one component, and the way to take it away: in its row of the table, and beside the canvas. Nothing without a run. */
export function PartFigures({ id, className }: { id: string; className?: string }) {
  const run = useLiveRun()
  const at = run?.components.find(c => c.id === id)
  if (!run || !at || run.flows.length === 0) return null
  return (
    <div className={clsx('col-span-full flex flex-wrap items-center gap-x-3 gap-y-1 text-xs', className)}>
      {at.client ? (
        <Figure label={`sent at ${times(run.load)}`}>{rate(at.offered)}</Figure>
      ) : (
        <>
          {at.capacity === null && at.state !== 'gone' ? null : (
            <div className="w-32">
              <Heat at={at} />
            </div>
          )}
          <Figure label={`offered at ${times(run.load)}`}>{rate(at.offered)}</Figure>
          <Figure label={at.capacity === null ? 'of its own' : 'can be served'}>
            {at.capacity === null ? 'no limit' : rate(at.capacity)}
          </Figure>
          <Figure label="p50">{time(at.p50)}</Figure>
          <Figure label="p99 of a call">{time(at.p99)}</Figure>
          <Figure label="a month">{money(at.month)}</Figure>
          {at.state === 'full' ? <span className={states.full.ink}>{rate(at.shortfall)} too much</span> : null}
          <TakeAway ids={[id]} className="ml-auto" />
        </>
      )}
    </div>
  )
}

/** Takes components out of the run, and brings them back. Nothing without a run. */
export function TakeAway({ ids, className }: { ids: readonly string[]; className?: string }) {
  const run = useLiveRun()
  const { failures, setFailures } = useLiveControls()
  const own = run?.choices.flatMap(c => (ids.some(id => c.failure === `component:${id}`) ? [c.failure] : [])) ?? []
  if (own.length === 0) return null
  const gone = own.every(failure => failures.includes(failure))
  const rest = failures.filter(failure => !own.includes(failure))
  return (
    <Button size="sm" className={className} aria-pressed={gone} onClick={() => setFailures(gone ? rest : [...rest, ...own])}>
      <Unplug aria-hidden className="size-3.5" />
      {gone ? 'Bring back' : 'Take away'}
    </Button>
  )
}

function Figure({ label, className, children }: { label: string; className?: string; children: ReactNode }) {
  return (
    <span className={clsx('whitespace-nowrap text-quiet', className)}>
      <span className="num text-ink">{children}</span> {label}
    </span>
  )
}
