import { isAsync, linksOfFlow } from '../../../../architecture/graph.ts'
import { met, missed, partly } from '../../../criterion.ts'
import type { ConsistencyRule } from '../rule.ts'

/** Every component is on a flow that is linked all the way, or is fed asynchronously by something that is. */
export const componentsOnFlows: ConsistencyRule = {
  id: 'components-on-flows',
  title: 'Every component that you draw does something on a flow',
  parameters: [],
  check({ graph }) {
    if (graph.components.size < 3) return missed('Fewer than three components are drawn.')
    const reached = new Set(graph.flows.filter(f => linksOfFlow(graph, f) !== undefined).flatMap(f => f.route))
    const working = [...reached].filter(id => !graph.isKind(id, ['@client', '@external']))
    if (working.length < 2) return missed('No flow that is linked all the way passes two components that do something.')
    const served = (id: string) => graph.isKind(id, ['@control', '@client'])
    for (let before = -1; reached.size !== before; ) {
      before = reached.size
      for (const link of graph.links)
        if (reached.has(link.from) && (isAsync(link) || graph.isKind(link.from, ['@messaging', '@processing'])))
          reached.add(link.to)
      for (const link of graph.links)
        if (reached.has(link.to) && graph.isKind(link.from, ['@processing', '@control'])) reached.add(link.from)
      for (const link of graph.links) if (reached.has(link.from) && graph.isKind(link.to, ['read-replica'])) reached.add(link.to)
    }
    const idle = [...graph.components.keys()].filter(id => !reached.has(id) && !served(id))
    const evidence = idle.map(id => ({ at: `/architecture/components/${id}`, text: graph.components.get(id)?.name || id }))
    if (idle.length === 0) return met('Each is on a flow or fed by one.')
    return idle.length / graph.components.size <= 0.25
      ? partly(`On no flow: ${idle.join(', ')}.`, evidence)
      : missed(`On no flow: ${idle.join(', ')}.`, evidence)
  },
}
