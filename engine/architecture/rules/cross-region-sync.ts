import { TIME } from '../../quantity/dimension.ts'
import { compatible, quantity } from '../../quantity/quantity.ts'
import { isAsync, linksOfFlow } from '../graph.ts'
import { type GraphRule, nameOf } from '../graph-rule.ts'

/**
 * A round trip between continents that nobody can shorten: about 60 to 150 ms. A flow whose objective is below 150 ms must not wait for one.
 * The figure is the upper of the region-to-region round trips in content/reference/latencies.
 */
const roundTrip = quantity(0.15, TIME)

/** A flow with a tight latency objective does not wait for a component of another region: one with fewer regions than its caller. */
export const crossRegionSync: GraphRule = {
  id: 'cross-region-sync',
  title: 'No flow with a tight objective waits for another region',
  check({ graph, submission, read }) {
    return graph.flows.flatMap(flow => {
      const objective = submission.requirements.nonFunctional.find(r => r.id === flow.objective && r.quality === 'latency')
      const target = objective ? read(objective.target) : undefined
      if (!target || !compatible(target, roundTrip) || target.base >= roundTrip.base) return []
      return (linksOfFlow(graph, flow) ?? [])
        .filter(link => !isAsync(link))
        .filter(link => {
          const from = graph.components.get(link.from)?.regions ?? 1
          const to = graph.components.get(link.to)?.regions ?? 1
          return from > 1 && to < from && !graph.isKind(link.from, ['@client']) && !graph.isKind(link.to, ['@external'])
        })
        .map(link => ({
          parts: [flow.id, link.id],
          message: `${nameOf(graph, link.from)} runs in more regions than ${nameOf(graph, link.to)}, so some requests of ${flow.name || flow.id} cross regions and wait`,
          mend: `keep a copy of ${nameOf(graph, link.to)} in each region, or relax the objective`,
        }))
    })
  },
}
