import { COUNT } from '../../../../quantity/dimension.ts'
import { formatNumber } from '../../../../quantity/format.ts'
import { quantity } from '../../../../quantity/quantity.ts'
import { blastOf } from '../../../../simulation/evaluate.ts'
import type { Failure } from '../../../../simulation/failures.ts'
import { readAs } from '../../../context.ts'
import { met, missed, partly } from '../../../criterion.ts'
import type { ConsistencyRule } from '../rule.ts'

const percent = (share: number) => `${formatNumber(share * 100)}%`

/** The stated blast radius of each failure is at least what the run loses without that part, to a factor of two or five points. */
export const blastRadiusAgrees: ConsistencyRule = {
  id: 'blast-radius-agrees',
  title: 'No failure takes more with it, when it is tried, than you say',
  parameters: [],
  check(context) {
    const model = context.model()
    if (model.flows.length === 0) return missed('No flow can be run, so no failure can be tried.')
    const tried = context.submission.failures.flatMap(failure => {
      const stated = readAs(context, failure.blastRadius, quantity(1, COUNT))
      const taken = failureOf(failure.scope, failure.component, Object.keys(model.parts))
      if (stated === undefined || !taken) return []
      return [{ id: failure.id, text: failure.blastRadius, stated, lost: blastOf(model, [taken]).users }]
    })
    if (tried.length === 0) return missed('No failure of a component, zone, region or cell states its blast radius as a share.')
    const low = tried.filter(t => t.lost > Math.max(t.stated * 2, t.stated + 0.05))
    const evidence = tried
      .slice(0, 5)
      .map(t => ({ at: `/failures/${t.id}/blastRadius`, text: `${t.text} stated, ${percent(t.lost)} lost` }))
    const first = low[0]
    if (!first) return met(`Tried one by one (${tried.length}), none takes more.`, evidence)
    const reason = `${first.id} takes ${percent(first.lost)} of the users with it, and ${first.text} is stated.`
    return low.length < tried.length ? partly(reason, evidence) : missed(reason, evidence)
  },
}

function failureOf(scope: string, component: string, parts: readonly string[]): Failure | undefined {
  if (scope === 'zone' || scope === 'region') return { scope, index: 0 }
  if (scope === 'cell') return { scope }
  return parts.includes(component) ? { scope: 'component', component } : undefined
}
