import { formatNumber } from '#engine/quantity/format.ts'
import type { Interval } from '#engine/simulation/interval.ts'
import type { SpikeComponent, SpikeResult } from '#engine/simulation/spike.ts'
import type { WarmUp } from '#engine/simulation/warm-up.ts'
import { seconds, share } from './format-simulation.ts'

const within = ({ mean, low, high }: Interval, format: (value: number) => string) =>
  low === null || high === null || high - low < 1e-9 * high
    ? format(mean)
    : `${format(mean)} (${format(Math.max(0, low))} to ${format(high)})`

/** What a spike leaves behind, as text: each flow, then the components that queued, refused or scaled. */
export function formatSpike({ factor, seconds: length, after, runs, scale, flows, components }: SpikeResult): string {
  const told = Object.entries(components).filter(
    ([, c]) => (c.fluid?.backlog ?? 0) > 0 || c.refused.mean > 0 || c.overCapacity.mean > 0 || c.drainTime === null,
  )
  const size = scale === 1 ? '' : `; run at 1/${formatNumber(scale)} of the size, counts multiplied back`
  return [
    '',
    '',
    `Spike: ${formatNumber(factor)}x for ${seconds(length)}, and ${seconds(after)} after it; ${runs} seeds, 95% intervals over them${size}`,
    ...Object.entries(flows).map(
      ([id, { offered, answered, failed }]) =>
        `  ${id}: ${formatNumber(answered.mean)} of ${formatNumber(offered.mean)} answered, ${formatNumber(failed.mean)} lost`,
    ),
    ...(told.length > 0 ? told.map(([id, c]) => `  ${id}: ${describe(c)}`) : ['  No component falls behind.']),
  ].join('\n')
}

function describe({ peakQueue, drainTime, refused, wasted, overCapacity, replicas, fluid }: SpikeComponent): string {
  const drain = drainTime === null ? 'not drained by the end' : `drained ${within(drainTime, seconds)} after the spike`
  const formula = fluid
    ? `; if all came to it at once: ${formatNumber(fluid.backlog)}, ${fluid.drainTime === null ? 'never drained' : seconds(fluid.drainTime)}`
    : ''
  return [
    `at most ${within(peakQueue, formatNumber)} waiting, ${drain}${formula}`,
    ...(overCapacity.mean > 0 ? [`over its capacity for ${seconds(overCapacity.mean)}`] : []),
    ...(refused.mean > 0 ? [`${formatNumber(refused.mean)} calls refused`] : []),
    ...(wasted.mean > 0 ? [`${formatNumber(wasted.mean)} worked on for nobody`] : []),
    `${formatNumber(replicas.mean)} replicas at the end`,
  ].join('; ')
}

/** How an emptied cache comes back, as text. */
export function formatWarmUp(id: string, { usual, ninety, whole, points, full, keys }: WarmUp): string {
  const first = points[0]?.behind ?? {}
  return [
    '',
    '',
    `Flush of ${id}: ${seconds(ninety)} until 90% of its usual ${share(usual)}, ${seconds(whole)} until all of it (${formatNumber(keys.count)} keys, Zipf exponent ${formatNumber(keys.exponent)})`,
    ...Object.entries(first).map(([part, { arrivalRate, utilization }]) => {
      const last = points.at(-1)?.behind[part]?.arrivalRate ?? 0
      const filled = full[part] === undefined ? '' : `, over its capacity for ${seconds(full[part])}`
      return `  ${part}: ${formatNumber(arrivalRate)} /s at first (${share(utilization)} used), ${formatNumber(last)} /s at last${filled}`
    }),
  ].join('\n')
}
