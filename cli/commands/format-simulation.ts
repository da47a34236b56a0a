import { MONEY, TIME } from '#engine/quantity/dimension.ts'
import { formatNumber, formatQuantity } from '#engine/quantity/format.ts'
import { quantity } from '#engine/quantity/quantity.ts'
import type { Blast, Evaluation } from '#engine/simulation/evaluate.ts'
import type { Interval } from '#engine/simulation/interval.ts'
import type { Model } from '#engine/simulation/model.ts'
import { sentenceOf } from '#engine/simulation/sentence.ts'
import type { EventResult } from '#engine/simulation/simulate-events.ts'

export const seconds = (value: number | null) => (value === null ? 'none' : formatQuantity(quantity(value, TIME)))
const dollars = (value: number) => formatQuantity(quantity(value, MONEY))
export const share = (value: number) => `${formatNumber(value * 100)}%`

/** Availability with as many nines as it has, and one more digit. */
const available = (value: number) =>
  `${(value * 100).toFixed(value >= 1 ? 0 : Math.min(6, Math.max(1, Math.ceil(-Math.log10(1 - value)) - 1)))}%`

/** The event run beside the analytic model: its percentiles with their 95% intervals over the seeds. */
export function formatEvents(evaluation: Evaluation, { flows, runs, events, short }: EventResult): string {
  const within = (interval: Interval | null) =>
    interval === null
      ? 'none'
      : `${seconds(interval.mean)}${interval.low === null ? '' : ` (${seconds(Math.max(0, interval.low))} to ${seconds(interval.high)})`}`
  return [
    '',
    '',
    `Event run: ${runs} seeds, ${formatNumber(events)} events; 95% intervals over the seeds`,
    ...(short ? ['  So much arrives that the run ends before slow requests do: its times are too fast to be believed.'] : []),
    ...Object.entries(flows).map(([id, flow]) => {
      const analytic = evaluation.flows[id]?.p99 ?? null
      const against =
        analytic === null || flow.p99 === null ? '' : `; p99 is ${formatNumber(flow.p99.mean / analytic)} of the analytic one`
      return `  ${id}: ${formatNumber(flow.goodput.mean)} /s answered; p50 ${within(flow.p50)}, p95 ${within(flow.p95)}, p99 ${within(flow.p99)}${against}`
    }),
  ].join('\n')
}

/** The result as text for people. */
export function formatSimulation(
  model: Model,
  evaluation: Evaluation,
  blasts: Readonly<Record<string, Blast>>,
  failed: readonly string[],
): string {
  const { bought } = evaluation.cost
  const worst = Object.entries(blasts).filter(([, blast]) => blast.share > 0)
  return [
    sentenceOf(model, evaluation),
    ...(failed.length > 0 ? [`Gone: ${failed.join(', ')}.`] : []),
    '',
    'Flows (analytic, steady state)',
    ...Object.entries(evaluation.flows).map(
      ([id, f]) =>
        `  ${id}: ${formatNumber(f.throughput)} of ${formatNumber(f.rate)} /s answered; p50 ${seconds(f.p50)}, p95 ${seconds(f.p95)}, p99 ${seconds(f.p99)}; available ${available(f.availability)}, down ${seconds(f.downtime)} a month`,
    ),
    '',
    'Components',
    ...Object.entries(evaluation.components).map(([id, c]) => {
      const limit = c.capacity === null ? 'no limit' : `${formatNumber(c.capacity)} /s`
      const full = c.saturatesAt === null ? '' : `, full at ${formatNumber(c.saturatesAt)}x`
      const state = c.failed ? 'gone' : `${share(c.utilization)} used${full}, response ${seconds(c.responseTime)}`
      return `  ${id}: ${formatNumber(c.arrivalRate)} /s of ${limit}; ${state}`
    }),
    '',
    `Cost: ${dollars(evaluation.cost.month)} a month${evaluation.cost.perMillion === null ? '' : `, ${dollars(evaluation.cost.perMillion)} for a million requests`}`,
    ...evaluation.cost.lines.map(line => `  ${line.component}, ${line.item}: ${dollars(line.month)}`),
    `  all on demand ${dollars(bought['on-demand'])}; reserved where possible ${dollars(bought.reserved)}; spot where possible ${dollars(bought.spot)}`,
    '',
    'What a failure takes with it (share of requests; of users)',
    ...(worst.length > 0
      ? worst
          .sort(([, a], [, b]) => b.share - a.share)
          .map(([id, b]) => `  ${id}: ${share(b.share)}; ${share(b.users)} of users (${b.flows.join(', ')})`)
      : ['  No single failure takes anything.']),
    '',
    'Assumed',
    ...evaluation.assumptions.map(text => `  ${text}`),
    'Not modelled',
    ...evaluation.notModelled.map(text => `  ${text}`),
  ].join('\n')
}
