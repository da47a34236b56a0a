import { formatNumber } from '../../../../quantity/format.ts'
import { met, missed, partly } from '../../../criterion.ts'
import { saysSomething } from '../../../substance.ts'
import type { ConsistencyRule } from '../rule.ts'

/** The plan for ten times the load says what to do about each component that is full by then, as the design is run. */
export const growthNamesBottleneck: ConsistencyRule = {
  id: 'growth-names-bottleneck',
  title: 'The plan for ten times the load names what is full by then',
  parameters: [],
  check(context) {
    const { triggers } = context.submission.evolution
    if (triggers.length === 0) return missed('No trigger for growth is stated.')
    if (context.model().flows.length === 0) return missed('No flow can be run, so nothing shows what is full first.')
    const full = Object.entries(context.evaluated(1).components)
      .flatMap(([id, { saturatesAt }]) => (saturatesAt !== null && saturatesAt <= 10 ? [{ id, saturatesAt }] : []))
      .toSorted((a, b) => a.saturatesAt - b.saturatesAt)
    const planned = triggers.filter(t => t.component !== '' && saysSomething(t.action))
    const evidence = planned.slice(0, 5).map(t => ({ at: `/evolution/triggers/${t.id}`, text: `${t.component}: ${t.action}` }))
    const first = full[0]
    if (!first) return met('Run at ten times the load, nothing is full.', evidence)
    const named = full.filter(({ id }) => planned.some(t => t.component === id))
    const said = `${first.id} is full first, at ${formatNumber(first.saturatesAt)}x`
    if (named.length === full.length) return met(`Every component that is full by then has its action; ${said}.`, evidence)
    const without = full.filter(f => !named.includes(f)).map(f => f.id)
    const reason = `${said}. Without an action: ${without.join(', ')}.`
    return named.includes(first) ? partly(reason, evidence) : missed(reason, evidence)
  },
}
