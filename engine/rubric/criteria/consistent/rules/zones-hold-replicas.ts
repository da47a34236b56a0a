import { met, missed, partly } from '../../../criterion.ts'
import type { ConsistencyRule } from '../rule.ts'

/** What is said to stand in several zones has a replica for each, and what it has left without one zone still serves its load. */
export const zonesHoldReplicas: ConsistencyRule = {
  id: 'zones-hold-replicas',
  title: 'What stands in several zones has a replica in each, and enough left without one',
  parameters: [],
  check(context) {
    const spread = context.submission.architecture.components.filter(c => (c.zones ?? 0) > 1 && c.replicas !== undefined)
    if (spread.length === 0) return missed('No component states both its zones and its replicas.')
    const evidence = spread.slice(0, 5).map(c => ({
      at: `/architecture/components/${c.id}`,
      text: `${c.replicas} replicas in ${c.zones} zones`,
    }))
    const empty = spread.filter(c => (c.replicas ?? 0) < (c.zones ?? 0))
    if (empty.length > 0) return missed(`Fewer replicas than zones: ${empty.map(c => c.id).join(', ')}.`, evidence)
    const { components } = context.evaluated(1)
    const tight = spread.filter(c => {
      const used = components[c.id]?.utilization ?? 0
      const zones = c.zones ?? 1
      return context.model().parts[c.id]?.scaling === 'replicas' && used * (zones / (zones - 1)) >= 1
    })
    return tight.length === 0
      ? met('Each has, and can lose one.', evidence)
      : partly(`Without one zone, what is left of ${tight.map(c => c.id).join(', ')} is too little for the load.`, evidence)
  },
}
