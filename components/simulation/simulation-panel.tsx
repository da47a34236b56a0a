'use client'

import { clsx } from 'clsx'
import { type ReactNode, useMemo, useState } from 'react'
import type { ComponentKind } from '#engine/architecture/component-kinds.ts'
import type { Submission } from '#engine/design/submission.ts'
import { MONEY, TIME } from '#engine/quantity/dimension.ts'
import { formatQuantity } from '#engine/quantity/format.ts'
import { type Quantity, quantity } from '#engine/quantity/quantity.ts'
import { type Evaluation, evaluate } from '#engine/simulation/evaluate.ts'
import { failuresOf, readFailure } from '#engine/simulation/failures.ts'
import type { Model } from '#engine/simulation/model.ts'
import { breakingPoint, reasons } from '#engine/simulation/questions.ts'
import { readerOf, toModel } from '#engine/simulation/to-model.ts'
import { SelectField } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { ScrollingTable, TableHead } from '../ui/table.tsx'

const loads = [1, 2, 5, 10, 20, 50, 100] as const

const time = (seconds: number | null) => (seconds === null ? 'no steady state' : formatQuantity(quantity(seconds, TIME)))
const money = (dollars: number) => formatQuantity(quantity(dollars, MONEY))
const rate = (perSecond: number) => formatQuantity(quantity(perSecond, { time: -1, information: 0, money: 0 }))
const short = (n: number) => Number(n.toPrecision(3)).toLocaleString('en')

/** No more nines than the model can stand for. */
const availability = (share: number) => `${(Math.floor(share * 1e5) / 1e3).toFixed(3)}%`

/** The drawn design, run: one sentence first, then flows and components, at a load and with a failure of one's choice. */
export function SimulationPanel({
  submission,
  kinds,
  given,
}: {
  submission: Submission
  kinds: readonly ComponentKind[]
  given: Readonly<Record<string, Quantity>>
}) {
  const [place, setPlace] = useState(0)
  const load = loads[place] ?? 1
  const [failure, setFailure] = useState('')
  const model = useMemo(() => toModel(submission, kinds, readerOf(submission.worksheet, given)), [submission, kinds, given])
  const breaks = useMemo(() => breakingPoint(model), [model])
  const evaluation = useMemo(() => {
    const read = failure === '' ? undefined : readFailure(failure, model)
    return evaluate(model, load, read?.ok ? [read.failure] : [])
  }, [model, load, failure])
  const nameOf = (id: string) => submission.architecture.components.find(c => c.id === id)?.name || id
  if (model.flows.length === 0) {
    return (
      <p className="text-sm text-quiet">
        Nothing to run yet: draw a flow with its rate.{model.problems.map(p => ` ${p.message} ${p.mend}`).join('')}
      </p>
    )
  }
  return (
    <div className="flex flex-col gap-5">
      <Verdict model={model} evaluation={evaluation} breaks={breaks} load={load} failure={failure} nameOf={nameOf} />
      <div className="grid gap-4 sm:grid-cols-2">
        <label className="flex flex-col gap-1 text-sm">
          <span className="font-medium">
            Load: <span className="num">{load}x</span> what the flows say
          </span>
          <input
            type="range"
            min={0}
            max={loads.length - 1}
            value={place}
            aria-valuetext={`${load} times`}
            onChange={e => setPlace(Number(e.target.value))}
            className="accent-accent"
          />
        </label>
        <SelectField label="Take away" value={failure} onChange={e => setFailure(e.target.value)}>
          <option value="">nothing</option>
          {failuresOf(model).map(f => (
            <option key={f} value={f}>
              {f.startsWith('component:') ? nameOf(f.slice('component:'.length)) : f.replace(':', ' ')}
            </option>
          ))}
        </SelectField>
      </div>
      {model.problems.length > 0 ? (
        <Notice tone="attention" title="Left out of the run">
          <ul>
            {model.problems.map(p => (
              <li key={`${p.part}${p.message}`}>
                {p.message} {p.mend}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <FlowTable evaluation={evaluation} submission={submission} />
      <ComponentTable evaluation={evaluation} model={model} nameOf={nameOf} />
      <details className="text-sm">
        <summary className="text-quiet">What was assumed, and what is not modelled</summary>
        <ul className="mt-2 list-disc pl-5">
          {[...evaluation.assumptions, ...evaluation.notModelled].map(line => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
    </div>
  )
}

function Verdict({
  evaluation,
  breaks,
  load,
  failure,
  nameOf,
}: {
  model: Model
  evaluation: Evaluation
  breaks: ReturnType<typeof breakingPoint>
  load: number
  failure: string
  nameOf: (id: string) => string
}) {
  const slowest = Object.values(evaluation.flows).flatMap(f => f.p99 ?? [])
  const p99 = slowest.length > 0 ? `the slowest flow's p99 is ${time(Math.max(...slowest))}` : 'no flow has a steady state'
  const word = (reason: string) => {
    const [what = '', flow] = reason.split(' of ')
    return flow ? `the objective ${what} of ${flow}` : `${nameOf(what)} is full`
  }
  const failing = reasons(evaluation).map(word)
  const limit =
    breaks.load === null
      ? 'It holds to a thousand times the load.'
      : breaks.load === 0
        ? `It does not hold at any load: ${breaks.breaks.map(word).join(', ')}.`
        : `With all of it there, ${breaks.breaks.map(word).join(', ')} first, at ${short(breaks.load)} times the load.`
  return (
    <p aria-live="polite" className="text-lg">
      <strong className={evaluation.holds ? 'text-good' : 'text-bad'}>
        {evaluation.holds ? 'It holds' : 'It does not hold'}
      </strong>{' '}
      at {load}x{failure === '' ? '' : ' with that taken away'}
      {failing.length > 0 ? `: ${failing.join(', ')}` : ''}; {p99}, and it costs about {money(evaluation.cost.month)} a month.{' '}
      <span className="text-base text-quiet">{limit}</span>
    </p>
  )
}

function FlowTable({ evaluation, submission }: { evaluation: Evaluation; submission: Submission }) {
  return (
    <ScrollingTable label="Flows as they run" minWidth="min-w-[40rem]">
      <TableHead
        columns={[
          { title: 'Flow' },
          ...['Offered', 'p50', 'p95', 'p99', 'Available', 'Down a month'].map(title => ({ title, right: true })),
        ]}
      />
      <tbody>
        {Object.entries(evaluation.flows).map(([id, flow]) => (
          <tr key={id} className="border-b border-line">
            <th scope="row" className="py-1.5 pr-4 text-left font-normal">
              {submission.architecture.flows.find(f => f.id === id)?.name || id}
              {flow.objectives.map(o => (
                <span key={o.id} className={clsx('block text-xs', o.met ? 'text-good' : 'text-bad')}>
                  {o.quality} {o.met ? 'met' : 'missed'}
                </span>
              ))}
            </th>
            <Figure>{rate(flow.rate)}</Figure>
            <Figure>{time(flow.p50)}</Figure>
            <Figure>{time(flow.p95)}</Figure>
            <Figure>{time(flow.p99)}</Figure>
            <Figure>{availability(flow.availability)}</Figure>
            <Figure>{time(flow.downtime)}</Figure>
          </tr>
        ))}
      </tbody>
    </ScrollingTable>
  )
}

/** A cell with a number. */
const Figure = ({ children }: { children: ReactNode }) => <td className="num py-1.5 pr-4 text-right last:pr-0">{children}</td>

function ComponentTable({ evaluation, model, nameOf }: { evaluation: Evaluation; model: Model; nameOf: (id: string) => string }) {
  const cost = (id: string) => evaluation.cost.lines.filter(l => l.component === id).reduce((sum, l) => sum + l.month, 0)
  const parts = Object.entries(evaluation.components).filter(([id]) => model.parts[id]?.category !== 'client')
  return (
    <ScrollingTable label="Components as they run" minWidth="min-w-[40rem]">
      <TableHead
        columns={[
          { title: 'Component' },
          { title: 'In use' },
          ...['Offered', 'Can serve', 'Full at', 'A month'].map(title => ({ title, right: true })),
        ]}
      />
      <tbody>
        {parts.map(([id, c]) => {
          const share = Math.min(1, c.utilization)
          const heat = c.failed || c.saturated ? 'bg-bad' : c.utilization > 0.8 ? 'bg-attention' : 'bg-accent'
          return (
            <tr key={id} className="border-b border-line">
              <th scope="row" className="py-1.5 pr-4 text-left font-normal">
                {nameOf(id)}
                {c.failed ? (
                  <span className="text-bad"> gone</span>
                ) : c.saturated ? (
                  <span className="text-bad"> full, {rate(c.shortfall)} too much</span>
                ) : null}
              </th>
              <td className="w-1/5 py-1.5 pr-4">
                <div className="flex items-center gap-2">
                  <div aria-hidden className="h-1.5 flex-1 overflow-hidden rounded-full bg-sunken">
                    <div className={clsx('h-full', heat)} style={{ width: `${share * 100}%` }} />
                  </div>
                  <span className="num w-12 text-right text-xs">
                    {c.capacity === null ? '–' : `${Math.round(c.utilization * 100)}%`}
                  </span>
                </div>
              </td>
              <Figure>{rate(c.arrivalRate)}</Figure>
              <Figure>{c.capacity === null ? 'no limit' : rate(c.capacity)}</Figure>
              <Figure>{c.saturatesAt === null ? '–' : `${short(c.saturatesAt)}x`}</Figure>
              <Figure>{money(cost(id))}</Figure>
            </tr>
          )
        })}
      </tbody>
    </ScrollingTable>
  )
}
