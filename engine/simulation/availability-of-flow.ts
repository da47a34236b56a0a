import { kOfNAvailability } from '../formula/availability.ts'
import { type Failure, replicasLeft } from './failures.ts'
import { type Model, type Part, surroundings } from './model.ts'
import { type Path, pathsOf } from './paths.ts'
import type { Solution } from './solve.ts'

type State = { readonly chance: number; readonly failed: readonly Failure[] }

/** Machines beyond which k of n is computed for a smaller n of the same share. */
const MANY = 400

/** Chance that at least `k` of `n` work; large numbers by their share. */
function atLeast(k: number, n: number, availability: number): number {
  if (k > n) return 0
  if (n > MANY) return kOfNAvailability(Math.ceil((k * MANY) / n), MANY, availability)
  return Math.min(1, kOfNAvailability(k, n, availability))
}

/** Zones and regions that are down together, at most two at a time; the rest is too rare to be seen in five digits. */
export function statesOf(model: Model): readonly State[] {
  const parts = Object.values(model.parts)
  const zones = parts.reduce((most, part) => Math.max(most, part.reach === 'zone' ? part.zones : 0), 0)
  const regions = parts.reduce((most, part) => Math.max(most, part.reach === 'global' ? 0 : part.regions), 0)
  const events: { failure: Failure; odds: number }[] = [
    ...Array.from({ length: zones }, (_, index) => ({
      failure: { scope: 'zone', index } as const,
      odds: oddsOf(surroundings.zone),
    })),
    ...Array.from({ length: regions }, (_, index) => ({
      failure: { scope: 'region', index } as const,
      odds: oddsOf(surroundings.region),
    })),
  ]
  const states: State[] = [{ chance: 1, failed: [] }]
  for (const [i, a] of events.entries()) {
    states.push({ chance: a.odds, failed: [a.failure] })
    for (const b of events.slice(i + 1)) states.push({ chance: a.odds * b.odds, failed: [a.failure, b.failure] })
  }
  const total = states.reduce((sum, state) => sum + state.chance, 0)
  return states.map(state => ({ ...state, chance: state.chance / total }))
}

const oddsOf = (availability: number) => (1 - availability) / availability

/** Chance that a part serves `rate` a second, of its `left` replicas that stand where nothing is down. */
export function availabilityOfPart(part: Part, rate: number, left: number): number {
  if (left <= 0) return 0
  if (part.managed) return part.reach === 'global' ? part.availability : 1 - (1 - part.availability) ** part.regions
  const capacity = part.capacity
  if (part.scaling === 'primary') {
    const away = 1 - part.availability
    const promotion = part.replicas > 1 ? away * Math.min(1, part.failover / surroundings.repair) : 0
    return Math.max(0, 1 - away ** left - promotion)
  }
  const needed = capacity === undefined ? 1 : Math.floor(rate / part.cells / capacity) + 1
  const carries = atLeast(Math.min(needed, Math.max(1, part.replicas)), left, part.availability)
  if (part.category !== 'store' && part.category !== 'messaging') return carries
  // A record is on `copies` machines, spread as the machines are.
  const copies = Math.min(part.copies, Math.max(1, Math.round((part.copies * left) / part.replicas)))
  return Math.min(carries, atLeast(Math.min(part.needed, part.copies), copies, part.availability))
}

/**
 * Share of the time, and of the requests, for which a flow is answered, by the states of zones and regions; `failed` are down in all. A
 * cache that is lost loads what is behind it: the flow is answered as far as that can carry it. `withoutCache` solves that state.
 */
export function availabilityOfFlows(
  model: Model,
  solution: Solution,
  failed: readonly Failure[],
  withoutCache: (id: string) => Solution,
): Readonly<Record<string, number>> {
  const caches = Object.values(model.parts).filter(part => part.hitRatio !== undefined && part.category === 'cache')
  const lost = new Map(caches.map(cache => [cache.id, withoutCache(cache.id)]))
  const cachesOf = new Map(
    model.flows.map(flow => [flow.id, caches.filter(cache => flow.steps.some(step => step.part === cache.id))]),
  )
  const pathsWithout = new Map(
    model.flows.flatMap(flow =>
      [...(cachesOf.get(flow.id) ?? []), undefined].map(cache => {
        const gone = (part: Part) => (cache ? part === cache : part.category === 'cache')
        return [`${flow.id} ${cache?.id ?? ''}`, pathsOf(model, flow, part => (gone(part) ? 0 : 1))] as const
      }),
    ),
  )
  const result: Record<string, number> = {}
  for (const flow of model.flows) result[flow.id] = 0
  for (const state of statesOf(model)) {
    const down = [...failed, ...state.failed]
    const left = new Map(Object.values(model.parts).map(part => [part.id, replicasLeft(part, down)]))
    const under = (at: Solution) =>
      new Map(Object.values(model.parts).map(part => [part.id, at.components[part.id]?.arrivalRate ?? 0]))
    const chancesAt = (at: Solution) => {
      const rates = under(at)
      return new Map(
        Object.values(model.parts).map(part => {
          const rate = rates.get(part.id) ?? 0
          const capacity = part.capacity === undefined ? Number.POSITIVE_INFINITY : capacityLeft(part, left.get(part.id) ?? 0)
          // What the state cannot carry is not answered.
          const carried = rate > 0 ? Math.min(1, capacity / rate) : 1
          return [
            part.id,
            carried * availabilityOfPart(part, Math.min(rate, capacity * 0.999999), left.get(part.id) ?? 0),
          ] as const
        }),
      )
    }
    const usual = chancesAt(solution)
    const degraded = new Map([...lost].map(([id, at]) => [id, chancesAt(at)]))
    for (const flow of model.flows) {
      const own = cachesOf.get(flow.id) ?? []
      const works = new Map(own.map(cache => [cache.id, usual.get(cache.id) ?? 0]))
      const allWork = [...works.values()].reduce((product, a) => product * a, 1)
      let answered = allWork * answeredShare(solution.paths[flow.id] ?? [], usual)
      for (const cache of own) {
        const chances = degraded.get(cache.id)
        const work = works.get(cache.id) ?? 0
        const others = own.reduce((product, other) => (other === cache ? product : product * (works.get(other.id) ?? 0)), 1)
        if (chances && work < 1)
          answered += (1 - work) * others * answeredShare(pathsWithout.get(`${flow.id} ${cache.id}`) ?? [], chances)
      }
      if (own.length > 1 && allWork < 1) answered += severalLost(pathsWithout.get(`${flow.id} `) ?? [], own, works, degraded)
      result[flow.id] = (result[flow.id] ?? 0) + state.chance * Math.min(1, answered)
    }
  }
  return result
}

const capacityLeft = (part: Part, left: number) =>
  left <= 0 ? 0 : (part.capacity ?? 0) * (part.scaling === 'primary' ? part.shards : left) * part.cells

/** Two or more caches gone at once: as good as the worst of losing one, for want of a solution of each pair. */
function severalLost(
  paths: readonly Path[],
  own: readonly Part[],
  works: ReadonlyMap<string, number>,
  degraded: ReadonlyMap<string, ReadonlyMap<string, number>>,
): number {
  const all = [...works.values()]
  const none = all.reduce((product, a) => product * a, 1)
  const one = all.reduce((sum, a, i) => sum + (1 - a) * all.reduce((product, b, j) => (i === j ? product : product * b), 1), 0)
  const several = Math.max(0, 1 - none - one)
  if (several === 0) return 0
  const worst = own.map(cache => answeredShare(paths, degraded.get(cache.id) ?? new Map()))
  return several * Math.min(...worst)
}

/** Share of requests whose path finds all that it waits for. A cache is never waited for: that it is lost is a state of its own. */
function answeredShare(paths: readonly Path[], chances: ReadonlyMap<string, number>): number {
  let sum = 0
  for (const { chance, calls } of paths) {
    let product = chance
    for (const { step, part, calls: count } of calls) {
      if (!step.sync || part.category === 'cache') continue
      const works = chances.get(part.id) ?? 0
      product *= count < 1 ? 1 - count * (1 - works) : works
    }
    sum += product
  }
  return sum
}
