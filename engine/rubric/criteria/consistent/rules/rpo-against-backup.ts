import { TIME } from '../../../../quantity/dimension.ts'
import { formatQuantity } from '../../../../quantity/format.ts'
import { quantity } from '../../../../quantity/quantity.ts'
import { readAs } from '../../../context.ts'
import { met, missed } from '../../../criterion.ts'
import type { ConsistencyRule } from '../rule.ts'

const second = quantity(1, TIME)

/** The recovery point that is promised can be met by replication, or else by the interval of the backups. */
export const rpoAgainstBackup: ConsistencyRule = {
  id: 'rpo-against-backup',
  title: 'The RPO can be met by the replication or the backups that you state',
  parameters: [],
  check(context) {
    const { data, failures, requirements } = context.submission
    const promised = [
      ...requirements.nonFunctional
        .filter(r => r.quality === 'rpo')
        .map(r => ({ at: `/requirements/nonFunctional/${r.id}`, text: r.target })),
      ...failures.map(f => ({ at: `/failures/${f.id}/rpo`, text: f.rpo })),
    ].flatMap(p => {
      const seconds = readAs(context, p.text, second)
      return seconds === undefined ? [] : [{ ...p, seconds }]
    })
    const tightest = promised.toSorted((a, b) => a.seconds - b.seconds)[0]
    if (!tightest) return missed('No RPO is stated, neither as a requirement nor with a failure.')
    if (data.length === 0) return missed('No store is described, so nothing shows how it is kept safe.')
    const evidence = [{ at: tightest.at, text: tightest.text }]
    const safe = data.filter(
      s => ['synchronous', 'semi-synchronous', 'quorum'].includes(s.replication.mode) && (s.replication.factor ?? 0) > 1,
    )
    if (safe.length > 0) return met('A store acknowledges a write only when a second copy has it.', evidence)
    const replicated = data.filter(s => s.replication.mode === 'asynchronous' && (s.replication.factor ?? 0) > 1)
    if (replicated.length > 0 && tightest.seconds > 0)
      return met('An asynchronous copy meets it as long as its lag stays below it.', evidence)
    if (replicated.length > 0)
      return missed('An asynchronous copy can lose its lag; an RPO of zero needs a synchronous or quorum write.', evidence)
    const intervals = data.flatMap(s => readAs(context, s.backupInterval, second) ?? [])
    const shortest = Math.min(...intervals)
    if (intervals.length === 0) return missed('No store states its replication or the interval of its backups.', evidence)
    return shortest <= tightest.seconds
      ? met('The backups come often enough.', evidence)
      : missed(
          `Backups every ${formatQuantity(quantity(shortest, TIME))} lose more than ${formatQuantity(quantity(tightest.seconds, TIME))}.`,
          evidence,
        )
  },
}
