import { isAsync } from '../graph.ts'
import { type GraphRule, nameOf } from '../graph-rule.ts'

/** What consumes a queue takes its work from the queue; a direct call goes around what the queue was drawn for. */
export const callIntoConsumer: GraphRule = {
  id: 'call-into-consumer',
  title: "No synchronous call into a queue's consumer",
  check({ graph }) {
    const consumers = new Set(
      graph.links
        .filter(l => graph.isKind(l.from, ['@messaging']) && graph.isKind(l.to, ['worker', '@processing']))
        .map(l => l.to),
    )
    return graph.links
      .filter(l => consumers.has(l.to) && !isAsync(l) && !graph.isKind(l.from, ['@messaging', 'scheduler']))
      .map(l => ({
        parts: [l.id, l.to],
        message: `${nameOf(graph, l.from)} calls ${nameOf(graph, l.to)} and waits, though ${nameOf(graph, l.to)} takes its work from a queue`,
        mend: 'hand the work to the queue, or take the queue away',
      }))
  },
}
