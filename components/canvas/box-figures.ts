import type { LiveComponent, LiveRun } from '#engine/simulation/live-run.ts'
import { inUse, money, rate, states, time } from '../simulation/figures.ts'

/** What a run says of a component, as its box shows it. */
export type BoxFigures = {
  readonly state: LiveComponent['state']
  /** How much of the bar is filled, 0 to 1; null where there is no bar. */
  readonly share: number | null
  readonly percent: string
  readonly word: string
  readonly load: string
  readonly times: string
  readonly cost: string
  /** All of it for a screen reader. */
  readonly said: string
}

/** The figures of every box of a run; undefined while nothing runs. */
export function boxFigures(run: LiveRun | null): ReadonlyMap<string, BoxFigures> | undefined {
  return run && run.flows.length > 0 ? new Map(run.components.map(c => [c.id, figuresOf(c)])) : undefined
}

/** A component that is not in the run: it has no kind, or nothing is known of it. */
export const notRun: BoxFigures = {
  state: 'fine',
  share: null,
  percent: '',
  word: '',
  load: 'not in the run',
  times: '',
  cost: '',
  said: 'not in the run',
}

function figuresOf(at: LiveComponent): BoxFigures {
  const { word } = states[at.state]
  if (at.client) {
    const load = `sends ${rate(at.offered)}`
    return { state: at.state, share: null, percent: '', word: '', load, times: '', cost: '', said: load }
  }
  const offered = rate(at.offered)
  const limited = at.capacity !== null && at.state !== 'gone'
  const percent = limited ? inUse(at) : at.state === 'gone' ? '' : 'no limit'
  // The unit stands once where both have it.
  const of = at.capacity === null ? '' : ` of ${rate(at.capacity)}`
  const load = limited
    ? `${offered.endsWith(' /s') && of.endsWith(' /s') ? offered.slice(0, -3) : offered}${of}`
    : `${offered} offered`
  const times =
    at.p50 === null ? (at.state === 'gone' ? 'no answer' : 'no steady state') : `p50 ${time(at.p50)} · p99 ${time(at.p99)}`
  const cost = `${money(at.month)} a month`
  const said = [
    word,
    limited ? `${percent} in use` : '',
    `offered ${offered}`,
    at.capacity === null ? 'no limit' : `can serve ${rate(at.capacity)}`,
    at.p50 === null ? '' : `p50 ${time(at.p50)}, p99 ${time(at.p99)}`,
    cost,
  ]
  return {
    state: at.state,
    share: limited ? Math.min(1, at.utilization) : null,
    percent,
    word,
    load,
    times,
    cost,
    said: said.filter(Boolean).join(', '),
  }
}

/** Two boxes of which this is true look the same. */
export const sameFigures = (a: BoxFigures | undefined, b: BoxFigures | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && a.said === b.said && a.load === b.load && a.share === b.share)
