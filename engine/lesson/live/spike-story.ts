import type { SpikePart } from './parts.ts'

export type SpikeSettings = Pick<
  SpikePart,
  'rate' | 'capacity' | 'servers' | 'factor' | 'minutes' | 'queue' | 'autoscaler' | 'startSeconds' | 'cooldownSeconds'
>

export type SpikeMoment = {
  readonly second: number
  readonly offered: number
  /** Requests a second that are answered. */
  readonly served: number
  /** Waiting in the queue, requests. */
  readonly backlog: number
  readonly servers: number
}

export type SpikeStory = {
  readonly moments: readonly SpikeMoment[]
  readonly refused: number
  readonly answered: number
  readonly longestQueue: number
  /** Seconds that the last in the longest queue waits, at the rate of that moment. */
  readonly longestWait: number
  /** Seconds from the end of the spike until nothing waits; null when that lasts longer than the story. */
  readonly drained: number | null
  readonly mostServers: number
}

const STEP = 5
/** The spike begins after a minute. */
const BEFORE = 60
const TARGET = 0.7

/**
 * A spike as a flow of water, five seconds a step: what comes in, what the servers take, and what waits or is refused. The autoscaler looks at how
 * much is in use, orders enough servers for 70%, at most doubling, and waits its cooldown before the next order. Rates are requests a second.
 * No chance in it: with a queue and no autoscaler it is `fluidOf` of the simulator.
 */
export function tellSpike(settings: SpikeSettings): SpikeStory {
  const { rate, capacity, factor, queue, autoscaler, startSeconds, cooldownSeconds } = settings
  const spikeEnds = BEFORE + settings.minutes * 60
  // Until nothing waits, within reason.
  const least = spikeEnds + 300
  const most = spikeEnds + Math.max(1800, settings.minutes * 600)
  const moments: SpikeMoment[] = []
  const orders: { readonly at: number; readonly count: number }[] = []
  let servers = settings.servers
  let ordered = servers
  let lastOrder = Number.NEGATIVE_INFINITY
  let backlog = 0
  let [refused, answered, longestQueue, longestWait, mostServers] = [0, 0, 0, 0, servers]
  let drained: number | null = null
  for (let second = 0; second <= least || (backlog > 0 && second <= most); second += STEP) {
    while (orders[0] && orders[0].at <= second) servers += orders.shift()?.count ?? 0
    mostServers = Math.max(mostServers, servers)
    const offered = second >= BEFORE && second < spikeEnds ? rate * factor : rate
    const able = servers * capacity
    const wanted = offered + (queue ? backlog / STEP : 0)
    const served = Math.min(wanted, able)
    if (queue) backlog = Math.max(0, backlog + (offered - served) * STEP)
    else refused += (offered - served) * STEP
    answered += served * STEP
    if (backlog > longestQueue) {
      longestQueue = backlog
      longestWait = backlog / able
    }
    if (second >= spikeEnds && drained === null && backlog < 1e-6) drained = second - spikeEnds
    moments.push({ second, offered, served, backlog, servers })
    const use = wanted / able
    if (autoscaler && use > TARGET && second - lastOrder >= cooldownSeconds) {
      const need = Math.min(ordered * 2, Math.ceil(offered / (capacity * TARGET)))
      if (need > ordered) {
        orders.push({ at: second + startSeconds, count: need - ordered })
        ordered = need
        lastOrder = second
      }
    }
  }
  return { moments, refused, answered, longestQueue, longestWait, drained, mostServers }
}
