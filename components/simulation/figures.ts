import { MONEY, RATE, TIME } from '#engine/quantity/dimension.ts'
import { formatNumber, formatQuantity } from '#engine/quantity/format.ts'
import { quantity } from '#engine/quantity/quantity.ts'
import type { Broken, LiveComponent } from '#engine/simulation/live-run.ts'

// The same figure reads the same wherever it stands: on a box, in a table, in the sentence.

/** A time; what has no steady state has none. */
export const time = (seconds: number | null): string => (seconds === null ? 'none' : formatQuantity(quantity(seconds, TIME)))
export const money = (dollars: number): string => formatQuantity(quantity(dollars, MONEY))
export const rate = (perSecond: number): string => formatQuantity(quantity(perSecond, RATE))
export const times = (multiple: number): string => `${formatNumber(Number(multiple.toPrecision(3)))}x`

/** A share of requests or users. What is not all is never shown as all, and what is not nothing not as nothing. */
export function percent(share: number): string {
  if (share <= 0) return '0%'
  if (share >= 1) return '100%'
  const shown = Number((share * 100).toPrecision(share > 0.1 ? 3 : 2))
  return shown >= 100 ? '>99.9%' : shown < 0.01 ? '<0.01%' : `${shown}%`
}

/** How much of a component is in use: whole percents, never 100% before it is full. */
export const inUse = ({ utilization, state }: Pick<LiveComponent, 'utilization' | 'state'>): string => {
  const shown = utilization * 100
  if (state === 'full')
    return utilization >= 100 ? `${formatNumber(utilization)}x` : `${formatNumber(Math.max(100, Math.round(shown)))}%`
  return shown > 0 && shown < 1 ? '<1%' : `${Math.min(99, Math.round(shown))}%`
}

/** No more nines than the model can stand for. */
export const availability = (share: number): string => `${(Math.floor(share * 1e5 + 1e-6) / 1e3).toFixed(3)}%`

/** An objective as a person would say it: "p99 of 100 ms", "99.95% availability". */
export const objective = ({ quality, percentile, target }: Extract<Broken, { what: 'objective' }>['objective']): string =>
  quality === 'latency'
    ? `p${percentile} of ${time(target)}`
    : `${formatNumber(Number((target * 100).toPrecision(7)))}% availability`

/** What does not hold, in words; the first two, and how many more. */
export function brokenWords(broken: readonly Broken[]): string {
  const words = broken.map(b => (b.what === 'full' ? `${b.name} is full` : `${b.flow} misses its ${objective(b.objective)}`))
  const rest = words.length - 2
  return rest > 0 ? `${words.slice(0, 2).join(', ')}, and ${rest} more such` : words.join(' and ')
}

/** "Postgres", "Postgres and zone a", "Postgres, zone a and 2 more". */
export function listed(names: readonly string[]): string {
  if (names.length > 3) return `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/** The words and the colours of a component's state: never the colour alone. */
export const states: Readonly<
  Record<LiveComponent['state'], { readonly word: string; readonly ink: string; readonly fill: string }>
> = {
  fine: { word: '', ink: 'text-quiet', fill: 'bg-data-3' },
  tight: { word: 'nearly full', ink: 'text-attention', fill: 'bg-data-6' },
  full: { word: 'full', ink: 'text-bad', fill: 'bg-data-2' },
  gone: { word: 'gone', ink: 'text-bad', fill: 'bg-strong' },
}
