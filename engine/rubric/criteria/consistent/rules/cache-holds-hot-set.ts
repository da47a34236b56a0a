import { INFORMATION } from '../../../../quantity/dimension.ts'
import { formatQuantity } from '../../../../quantity/format.ts'
import { quantity } from '../../../../quantity/quantity.ts'
import { readAs } from '../../../context.ts'
import { met, missed } from '../../../criterion.ts'
import { type ConsistencyRule, parameter } from '../rule.ts'

/** The memory of the cache (setting `memory` a replica, times replicas) holds the stated hot set. */
export const cacheHoldsHotSet: ConsistencyRule = {
  id: 'cache-holds-hot-set',
  title: 'The cache is large enough for the hot set that you state',
  parameters: ['hot_set'],
  check(context, parameters) {
    const hot = context.answer(parameter(parameters, 'hot_set'))
    if (!hot) return missed('The hot set is not stated.')
    const caches = context.submission.architecture.components.filter(c => context.graph.isKind(c.id, ['@cache']))
    if (caches.length === 0) return missed('No cache is drawn.')
    const sized = caches.flatMap(c => {
      const memory = readAs(context, c.settings.memory ?? '', quantity(1, INFORMATION))
      return memory === undefined ? [] : [{ component: c, bytes: memory * (c.replicas ?? 1) }]
    })
    const total = sized.reduce((sum, s) => sum + s.bytes, 0)
    const evidence = sized.map(s => ({
      at: `/architecture/components/${s.component.id}/settings`,
      text: s.component.settings.memory ?? '',
    }))
    if (sized.length === 0) return missed('No cache says how much memory a replica has (setting "memory").')
    const have = formatQuantity(quantity(total, INFORMATION))
    return total >= hot.base * (1 - 1e-9)
      ? met(`${have} holds the ${formatQuantity(hot)}.`, evidence)
      : missed(`${have} is less than the ${formatQuantity(hot)} of the hot set.`, evidence)
  },
}
