import { linksOfFlow } from '../graph.ts'
import { type GraphRule, nameOf } from '../graph-rule.ts'

/** A flow is linked all the way, and ends where something is kept, answered or handed over. */
export const flowEndsNowhere: GraphRule = {
  id: 'flow-ends-nowhere',
  title: 'Every flow is linked all the way and ends somewhere',
  check({ graph, submission }) {
    return submission.architecture.flows.flatMap(flow => {
      const name = flow.name || flow.id
      const missing = flow.route.filter(id => !graph.components.has(id))
      if (missing.length > 0) {
        return [
          {
            parts: [flow.id],
            message: `the flow ${name} passes ${missing.join(', ')}, which is not drawn`,
            mend: 'draw it, or take it off the route',
          },
        ]
      }
      if (flow.route.length < 2)
        return [{ parts: [flow.id], message: `the flow ${name} has no route`, mend: 'type its route: client > web > db' }]
      if (!linksOfFlow(graph, flow)) {
        return [
          {
            parts: [flow.id],
            message: `the flow ${name} has a step without a link in its direction`,
            mend: 'draw the missing link, from the caller to the called',
          },
        ]
      }
      const last = flow.route.at(-1) ?? ''
      if (graph.isKind(last, ['@router', 'dns', 'load-balancer-l4', 'load-balancer-l7', 'api-gateway', 'cell-router'])) {
        return [
          {
            parts: [flow.id, last],
            message: `the flow ${name} ends at ${nameOf(graph, last)}, which only passes requests on`,
            mend: 'lead it on to what answers',
          },
        ]
      }
      return []
    })
  },
}
