import { type GraphRule, nameOf } from '../graph-rule.ts'

/** A component on a flow has a second replica, zone or region, unless its provider runs it redundantly. */
export const singlePoint: GraphRule = {
  id: 'single-point',
  title: 'Nothing on a flow stands alone',
  check({ graph }) {
    const onFlows = [...new Set(graph.flows.flatMap(f => f.route))]
    return onFlows
      .filter(
        id => !graph.isKind(id, ['@client', '@external']) && !graph.kinds.get(graph.components.get(id)?.kind ?? '')?.managed,
      )
      .filter(id => {
        const component = graph.components.get(id)
        return Math.max(component?.replicas ?? 1, component?.zones ?? 1, component?.regions ?? 1) < 2
      })
      .map(id => ({
        parts: [id],
        message: `${nameOf(graph, id)} stands alone on ${graph.flows
          .filter(f => f.route.includes(id))
          .map(f => f.name || f.id)
          .join(', ')}`,
        mend: `give ${nameOf(graph, id)} a second replica, in another zone`,
      }))
  },
}
