import { COUNT, sameDimension } from '../../../../quantity/dimension.ts'
import { formatNumber } from '../../../../quantity/format.ts'
import { met, missed } from '../../../criterion.ts'
import { type ConsistencyRule, parameter } from '../rule.ts'

/**
 * Where a spike is more than the design can carry, a queue or log takes it up: what saturates below the spike stands behind an asynchronous
 * link. `spike` names a target or slot with the factor, such as 10.
 */
export const asyncWhereSpiky: ConsistencyRule = {
  id: 'async-where-spiky',
  title: 'What a spike would fill stands behind a queue',
  parameters: ['spike'],
  check(context, parameters) {
    const name = parameter(parameters, 'spike')
    const slot = context.submission.assumptions.find(a => a.slot === name)
    const stated = (slot ? context.read(slot.value)?.quantity : context.answer(name)) ?? context.reference[name]
    const factor = stated && sameDimension(stated.dimension, COUNT) && Number.isFinite(stated.base) ? stated.base : undefined
    if (factor === undefined) return missed('How far the spike goes is not stated.')
    const { components } = context.evaluated(1)
    const model = context.model()
    if (model.flows.length === 0) return missed('No flow can be run.')
    const waitedFor = new Set(model.flows.flatMap(flow => flow.steps.filter(step => step.sync).map(step => step.part)))
    const full = [...waitedFor].filter(id => (components[id]?.saturatesAt ?? Number.POSITIVE_INFINITY) < factor)
    const evidence = full.slice(0, 5).map(id => ({
      at: `/architecture/components/${id}`,
      text: `full at ${formatNumber(components[id]?.saturatesAt ?? 0)}x`,
    }))
    return full.length === 0
      ? met(`At ${formatNumber(factor)} times the rate nothing is full that a caller waits for.`)
      : missed(`At ${formatNumber(factor)} times the rate callers wait for ${full.join(', ')}, which is full before.`, evidence)
  },
}
