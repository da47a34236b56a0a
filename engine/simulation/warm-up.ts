import type { Failure } from './failures.ts'
import { type Keys, type Model, type Part, withParts } from './model.ts'
import { type Solution, solve } from './solve.ts'
import { type KeyGroup, zipfGroups } from './zipf.ts'

export type WarmUpOptions = {
  readonly load?: number
  readonly failed?: readonly Failure[]
  /** Instead of those of the cache, or of the store behind it. */
  readonly keys?: Keys
}

export type WarmUpPoint = {
  /** Seconds since the flush. */
  readonly time: number
  readonly hitRatio: number
  /** By component behind the cache: requests a second that come to it, and over what it can serve (0 without a limit). */
  readonly behind: Readonly<Record<string, { readonly arrivalRate: number; readonly utilization: number }>>
}

export type WarmUp = {
  readonly keys: Keys
  /** The hit ratio of the design, that it comes back to. */
  readonly usual: number
  /** Seconds until nine tenths of it, and until all of it. */
  readonly ninety: number
  readonly whole: number
  readonly points: readonly WarmUpPoint[]
  /** Components that get more than they can serve, and for how many seconds. */
  readonly full: Readonly<Record<string, number>>
}

export type WarmUpResult =
  | ({ readonly ok: true } & WarmUp)
  | { readonly ok: false; readonly message: string; readonly mend: string }

/** Equal steps of the hit ratio on the way back; nine tenths is one of them. */
const STEPS = 100

/**
 * A cache after a flush. A key is back once it has been asked for and answered: after `x` such requests the hit ratio is
 * `sum p_i (1 - exp(-p_i x))` (independent reference model), until as much is back as the cache usually holds, which its usual hit ratio
 * tells (the characteristic time of Che, Tung and Wang, IEEE JSAC 20(7), 2002). What a full component behind it cannot answer comes back
 * later. Keys do not expire meanwhile, and nobody tries again.
 */
export function warmUp(model: Model, component: string, options: WarmUpOptions = {}): WarmUpResult {
  const { load = 1, failed = [] } = options
  const cache = model.parts[component]
  const refuse = (message: string, mend: string) => ({ ok: false, message, mend }) as const
  if (!cache)
    return refuse(`there is no component "${component}" in the design.`, `Name one of: ${Object.keys(model.parts).join(', ')}.`)
  if (!cache.hitRatio) return refuse(`${component} is no cache: it has no hit ratio.`, 'Name a cache or a CDN.')
  const at = (warm: number) => solve(withParts(model, { [component]: { warm } }), load, failed)
  const [cold, warm] = [at(0), at(1)]
  const rate = warm.components[component]?.arrivalRate ?? 0
  if (!(rate > 0)) return refuse(`no request comes to ${component}.`, 'Put it on the route of a flow.')
  const behind = Object.keys(model.parts).filter(id => rateOf(cold, id) > rateOf(warm, id) * (1 + 1e-9))
  const keys = options.keys ?? keysOf(model, cache, behind)
  if (!keys) {
    return refuse(
      `how many keys ${component} is asked for is not known.`,
      `Set keys on ${component}, or the records of the store behind it.`,
    )
  }

  const groups = zipfGroups(keys.count, keys.exponent)
  // All keys at once are never back; of a ratio of one, all but a millionth.
  const usual = Math.min(cache.hitRatio, 1 - 1e-6)
  const points: WarmUpPoint[] = [pointOf(cold, 0, 0, behind)]
  const full: Record<string, number> = {}
  let time = 0
  let asked = 0
  let ninety = 0
  for (let step = 1; step <= STEPS; step++) {
    const next = requestsFor(groups, (usual * step) / STEPS, asked)
    const middle = at((step - 0.5) / STEPS)
    const carried = behind.reduce((least, id) => Math.min(least, 1 / Math.max(1, middle.components[id]?.utilization ?? 0)), 1)
    const took = (next - asked) / (rate * carried)
    for (const id of behind) if ((middle.components[id]?.utilization ?? 0) > 1) full[id] = (full[id] ?? 0) + took
    time += took
    asked = next
    if (step * 10 === STEPS * 9) ninety = time
    points.push(pointOf(at(step / STEPS), time, (usual * step) / STEPS, behind))
  }
  return { ok: true, keys, usual: cache.hitRatio, ninety, whole: time, points, full }
}

const rateOf = (solution: Solution, id: string) => solution.components[id]?.arrivalRate ?? 0

/** The keys of a cache are its own, or those of the first store that its misses come to. */
function keysOf(model: Model, cache: Part, behind: readonly string[]): Keys | undefined {
  return cache.keys ?? behind.map(id => model.parts[id]?.keys).find(keys => keys !== undefined)
}

/** Hit ratio after so many requests that were answered, of an empty cache that drops nothing. */
export const hitRatioAfter = (groups: readonly KeyGroup[], requests: number): number =>
  groups.reduce((sum, { count, each }) => sum - count * each * Math.expm1(-each * requests), 0)

/** The requests after which a hit ratio is reached, from `least`, by bisection to 1e-9 of itself. */
function requestsFor(groups: readonly KeyGroup[], hitRatio: number, least: number): number {
  let low = least
  let high = Math.max(1, least * 2)
  for (let i = 0; i < 200 && hitRatioAfter(groups, high) < hitRatio; i++) high *= 2
  for (let i = 0; i < 100 && high - low > high * 1e-9; i++) {
    const middle = (low + high) / 2
    if (hitRatioAfter(groups, middle) < hitRatio) low = middle
    else high = middle
  }
  return high
}

function pointOf(solution: Solution, time: number, hitRatio: number, behind: readonly string[]): WarmUpPoint {
  const of = (id: string) => {
    const { arrivalRate = 0, utilization = 0 } = solution.components[id] ?? {}
    return [id, { arrivalRate, utilization }] as const
  }
  return { time, hitRatio, behind: Object.fromEntries(behind.map(of)) }
}
