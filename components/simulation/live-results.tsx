'use client'

import { clsx } from 'clsx'
import { CircleAlert, CircleCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import type { LiveBlast, LiveFlow, LiveRun } from '#engine/simulation/live-run.ts'
import { Button } from '../ui/button.tsx'
import { TableHead } from '../ui/table.tsx'
import { EventCheckView } from './event-check-view.tsx'
import { availability, listed, money, objective, percent, rate, time, times } from './figures.ts'
import { Heat } from './heat.tsx'
import { useLiveControls, useLiveRun } from './live-run-context.tsx'
import { RunControls } from './run-controls.tsx'

/** The run in figures: load and failures to choose, then flows, availability, what a failure takes, cost and components. */
export function LiveResults() {
  const run = useLiveRun()
  const { failure, again } = useLiveControls()
  if (failure)
    return (
      <p className="text-sm text-quiet">
        The simulator stopped: {failure}.{' '}
        <Button size="sm" onClick={again}>
          Run again
        </Button>
      </p>
    )
  if (!run) return <p className="text-sm text-quiet">Running…</p>
  if (run.flows.length === 0) return <p className="text-sm text-quiet">Figures stand here as soon as a flow with a rate runs.</p>
  return (
    <section aria-label="Live results" className="flex flex-col gap-5 text-sm">
      <RunControls choices={run.choices} />
      <Figures title={`Response time at ${times(run.load)}`}>
        <FlowTimes flows={run.flows} />
      </Figures>
      <Figures title={`Availability at ${times(run.load)}, in a month of 30 days`}>
        <Availability flows={run.flows} />
      </Figures>
      <Failures run={run} />
      <Figures title={`Cost a month at ${times(run.load)}`}>
        <Costs run={run} />
      </Figures>
      <Figures title={`Components at ${times(run.load)}`}>
        <Components run={run} />
      </Figures>
      <EventCheckView />
      <details>
        <summary className="text-quiet">What was assumed, and what is not modelled</summary>
        <ul className="mt-2 list-disc pl-5 text-xs text-quiet">
          {[...run.assumptions, ...run.notModelled].map(line => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
    </section>
  )
}

function Figures({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h3 className="mb-0.5 text-xs font-semibold">{title}</h3>
      {children}
    </section>
  )
}

const Row = ({ children }: { children: ReactNode }) => <tr className="border-b border-line align-top">{children}</tr>
const Head = ({ children }: { children: ReactNode }) => (
  <th scope="row" className="min-w-24 py-1 pr-2 text-left font-normal wrap-break-word">
    {children}
  </th>
)
const Cell = ({ className, children }: { className?: string; children: ReactNode }) => (
  <td className={clsx('num py-1 pr-4 text-right whitespace-nowrap last:pr-0', className)}>{children}</td>
)
const right = (title: string) => ({ title, right: true })

function FlowTimes({ flows }: { flows: readonly LiveFlow[] }) {
  return (
    <table className="w-full">
      <TableHead columns={[{ title: 'Flow' }, right('p50'), right('p95'), right('p99')]} />
      <tbody>
        {flows.map(flow => (
          <Row key={flow.id}>
            <Head>
              {flow.name}
              <span className="block text-xs text-quiet">
                <span className="num">{rate(flow.offered)}</span> offered
                {flow.answered < flow.offered * (1 - 1e-9) ? (
                  <>
                    , <span className="num">{rate(flow.answered)}</span> answered
                  </>
                ) : (
                  ''
                )}
              </span>
              <Objectives flow={flow} quality="latency" />
            </Head>
            <Cell>{time(flow.p50)}</Cell>
            <Cell>{time(flow.p95)}</Cell>
            <Cell>{time(flow.p99)}</Cell>
          </Row>
        ))}
      </tbody>
    </table>
  )
}

function Objectives({ flow, quality }: { flow: LiveFlow; quality: 'latency' | 'availability' }) {
  return flow.objectives
    .filter(o => o.quality === quality)
    .map(o => {
      const Icon = o.met ? CircleCheck : CircleAlert
      return (
        <span key={o.id} className={clsx('flex items-center gap-1 text-xs', o.met ? 'text-good' : 'text-bad')}>
          <Icon aria-hidden className="size-3.5 shrink-0" />
          {quality === 'latency' ? objective(o) : objective(o).replace(' availability', '')} {o.met ? 'met' : 'missed'}
        </span>
      )
    })
}

function Availability({ flows }: { flows: readonly LiveFlow[] }) {
  return (
    <table className="w-full">
      <TableHead columns={[{ title: 'Flow' }, right('Available'), right('Down'), right('Budget left')]} />
      <tbody>
        {flows.map(flow => (
          <Row key={flow.id}>
            <Head>
              {flow.name}
              <Objectives flow={flow} quality="availability" />
            </Head>
            <Cell>{availability(flow.availability)}</Cell>
            <Cell>{time(flow.downtime)}</Cell>
            <Cell className={flow.budget && flow.budget.left < 0 ? 'text-bad' : ''}>
              {flow.budget === null ? (
                <span className="text-quiet">no objective</span>
              ) : (
                <>
                  {flow.budget.left < 0 ? 'none' : time(flow.budget.left)}
                  {flow.budget.left < 0 ? <span className="block text-xs">{time(-flow.budget.left)} over</span> : null}
                  <span className="block text-xs text-quiet">of {time(flow.budget.allowed)}</span>
                </>
              )}
            </Cell>
          </Row>
        ))}
      </tbody>
    </table>
  )
}

function Failures({ run }: { run: LiveRun }) {
  const { failures, setFailures } = useLiveControls()
  const { blast, nemesis } = run
  return (
    <Figures title={`Blast radius at ${times(run.load)}`}>
      {blast ? (
        <p>
          Without {listed(run.failed)}: <Blast blast={blast} />
        </p>
      ) : null}
      {nemesis ? (
        <p className={blast ? 'mt-1' : ''}>
          The nemesis, the one failure that takes most, is <strong>{nemesis.name}</strong>: <Blast blast={nemesis} />{' '}
          {failures.length === 1 && failures[0] === nemesis.failure ? null : (
            <Button size="sm" onClick={() => setFailures([nemesis.failure])}>
              Try it
            </Button>
          )}
        </p>
      ) : (
        <p>No single failure takes a request.</p>
      )}
    </Figures>
  )
}

function Blast({ blast: { share, already, users, flows } }: { blast: LiveBlast }) {
  const before = already > 1e-9 ? ` (${percent(already)} get no answer at this load even with it)` : ''
  if (share <= 1e-9)
    return (
      <>
        no {already > 1e-9 ? 'further ' : ''}request is lost{before}.
      </>
    )
  const of = flows.map(f => `${f.name} ${percent(f.share)}`)
  return (
    <>
      <strong className="num text-bad">
        {already > 1e-9 ? 'another ' : ''}
        {percent(share)}
      </strong>{' '}
      of requests{before}, felt by {users >= 1 ? 'all' : percent(users)} {users >= 1 ? 'users' : 'of users'}: {listed(of)}.
    </>
  )
}

function Costs({ run: { cost } }: { run: LiveRun }) {
  return (
    <table className="w-full">
      <TableHead columns={[{ title: 'Line' }, right('US dollars a month')]} />
      <tbody>
        {cost.lines.map(line => (
          <Row key={`${line.component} ${line.item}`}>
            <Head>
              {line.name} <span className="text-quiet">{line.item}</span>
            </Head>
            <Cell>{money(line.month)}</Cell>
          </Row>
        ))}
      </tbody>
      <tfoot>
        <tr className="font-semibold">
          <Head>
            <span className="font-semibold">All of it</span>
          </Head>
          <Cell>{money(cost.month)}</Cell>
        </tr>
        {cost.perMillion === null ? null : (
          <tr className="text-quiet">
            <Head>A million requests, all flows together</Head>
            <Cell>{money(cost.perMillion)}</Cell>
          </tr>
        )}
      </tfoot>
    </table>
  )
}

function Components({ run }: { run: LiveRun }) {
  const parts = run.components.filter(c => !c.client).toSorted((a, b) => b.utilization - a.utilization)
  return (
    <table className="w-full">
      <TableHead columns={[{ title: 'Component' }, { title: 'In use' }, right('Full at')]} />
      <tbody>
        {parts.map(c => (
          <Row key={c.id}>
            <Head>{c.name}</Head>
            <td className="w-2/5 py-1 pr-3">
              <Heat at={c} />
            </td>
            <Cell>{c.fullAt === null ? '–' : times(c.fullAt)}</Cell>
          </Row>
        ))}
      </tbody>
    </table>
  )
}
