import { TIME } from '../../quantity/dimension.ts'
import { formatQuantity } from '../../quantity/format.ts'
import { compatible, quantity } from '../../quantity/quantity.ts'
import { isAsync } from '../graph.ts'
import { type DesignView, type GraphRule, nameOf } from '../graph-rule.ts'

const second = quantity(1, TIME)

/** How long a synchronous call may take at the worst: its timeout at each try. */
function worst({ read }: DesignView, link: { timeout: string; retries?: number | undefined }): number | undefined {
  const timeout = read(link.timeout)
  return timeout && compatible(timeout, second) && timeout.base > 0 ? timeout.base * (1 + (link.retries ?? 0)) : undefined
}

/** The timeouts of the calls that a component makes, tries included, stay below the timeout of whoever calls it. */
export const timeoutsAddUp: GraphRule = {
  id: 'timeouts-add-up',
  title: 'The timeouts below a call fit into its own',
  check(view) {
    const { graph } = view
    return graph.links.flatMap(link => {
      const own = view.read(link.timeout)
      if (isAsync(link) || !own || !compatible(own, second) || own.base <= 0) return []
      const below = graph
        .from(link.to)
        .filter(l => !isAsync(l))
        .map(l => worst(view, l))
      const sum = below.reduce<number>((total, seconds) => total + (seconds ?? 0), 0)
      if (sum <= own.base * (1 + 1e-9)) return []
      return [
        {
          parts: [link.id, link.to],
          message: `A call from ${nameOf(graph, link.from)} waits ${formatQuantity(own)} for ${nameOf(graph, link.to)}, whose own calls may take ${formatQuantity(quantity(sum, TIME))}`,
          mend: 'shorten the timeouts below, or retry less: the caller has given up before they end',
        },
      ]
    })
  },
}
