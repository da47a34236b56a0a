import type { ModelFlow, Override, Part } from './model.ts'

/** What was taken for granted in running this design, in sentences. */
export function assumptionsOf(
  parts: Readonly<Record<string, Part>>,
  flows: readonly ModelFlow[],
  overrides: readonly Override[],
): readonly string[] {
  const clamped = overrides.filter(o => o.clamped)
  const passed = new Set(flows.flatMap(flow => flow.steps.map(step => step.part)))
  const followed = flows.some(flow => flow.steps.some(step => !step.sync))
  const idle = Object.keys(parts).filter(id => !passed.has(id))
  return [
    'Requests arrive at random (Poisson) and at a steady rate; each replica has a queue of its own, and work that is pulled waits in one.',
    'A flow asks the components of its route one after the other; several calls of one link are made at once and the last is waited for.',
    'Where a design states no number, the default of the kind counts (content/reference/components.yaml); most are estimates.',
    'A hit in a cache spares the later caches and stores that are waited for, a hit in a CDN all that follows.',
    'Failures are independent but for zones (99.95%) and regions (99.99%); a machine that fails is back in an hour. These are estimates.',
    ...(followed
      ? ['An asynchronous link that no flow names carries every flow that passes its start; nobody waits for it.']
      : []),
    ...(Object.values(parts).some(part => part.cells > 1)
      ? ['Replicas are counted per cell; users are spread evenly over the cells.']
      : []),
    ...clamped.map(o => `${o.component}: ${o.what} ${o.stated} lies outside the reference range; ${o.used} was used.`),
    ...(idle.length > 0 ? [`No flow passes ${idle.join(', ')}: they cost, and nothing else is computed for them.`] : []),
  ]
}

/** What no result of the model contains. */
export const notModelled: readonly string[] = [
  'Network time between components, regions and the user, and the bytes that are sent.',
  'Connection pools, locks, garbage collection, threads that are held while a caller waits, and work that is cancelled when it does not.',
  'In the analytic model: retries, timeouts, breakers, full queues, autoscaling and skewed keys. It knows the steady state alone; the event run and the questions about spikes, flushes and hot shards have them.',
  'Scaling in, autoscaling of stores, priorities, fair queues, caches that expire or evict while they warm up, and writes that replicas refuse.',
]
