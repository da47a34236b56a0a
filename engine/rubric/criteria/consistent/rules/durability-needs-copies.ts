import { COUNT } from '../../../../quantity/dimension.ts'
import { quantity } from '../../../../quantity/quantity.ts'
import { readAs } from '../../../context.ts'
import { met, missed, partly } from '../../../criterion.ts'
import type { ConsistencyRule } from '../rule.ts'

/** A durability objective needs at least two copies of everything that is kept, and a backup against our own mistakes. */
export const durabilityNeedsCopies: ConsistencyRule = {
  id: 'durability-needs-copies',
  title: 'What must not be lost has copies, and a backup against a mistake that is copied, too',
  parameters: [],
  check(context) {
    const { requirements, data, architecture } = context.submission
    const wanted = requirements.nonFunctional.filter(
      r => r.quality === 'durability' && (readAs(context, r.target, quantity(1, COUNT)) ?? 0) > 0.99,
    )
    const objective = wanted[0]
    if (!objective) return missed('No durability is stated as a percentage.')
    const kept = data.filter(s => s.component !== '')
    if (kept.length === 0) return missed('No store is described, so nothing shows how it is kept safe.')
    const managed = (id: string) =>
      context.model().parts[architecture.components.find(c => c.id === id)?.id ?? '']?.managed ?? false
    const alone = kept.filter(s => (s.replication.factor ?? (managed(s.component) ? 3 : 1)) < 2).map(s => s.id)
    const evidence = kept.slice(0, 5).map(s => ({ at: `/data/${s.id}/replication`, text: `${s.replication.factor ?? 1} copies` }))
    if (alone.length > 0) return missed(`One copy only: ${alone.join(', ')}.`, evidence)
    const bare = kept.filter(s => context.read(s.backupInterval) === undefined).map(s => s.id)
    return bare.length === 0
      ? met('Each has copies and backups.', evidence)
      : partly(`Copies follow a mistake at once; without a backup: ${bare.join(', ')}.`, evidence)
  },
}
