import { met, missed, partly } from '../../../criterion.ts'
import type { ConsistencyRule } from '../rule.ts'

/** Every store and every service belongs to exactly one team. */
export const storesHaveOwners: ConsistencyRule = {
  id: 'stores-have-owners',
  title: 'Every service and every store belongs to exactly one team',
  parameters: [],
  check({ submission, graph }) {
    const { organization, architecture } = submission
    if (organization.length === 0) return missed('No team is stated.')
    const owned = architecture.components.filter(c => graph.isKind(c.id, ['@store', '@compute', '@processing']))
    if (owned.length === 0) return missed('No service or store is drawn that could be owned.')
    const ownersOf = (id: string) => organization.filter(team => team.owns.includes(id)).length
    const nobody = owned.filter(c => ownersOf(c.id) === 0).map(c => c.id)
    const several = owned.filter(c => ownersOf(c.id) > 1).map(c => c.id)
    const evidence = organization.slice(0, 5).map(team => ({ at: `/organization/${team.id}`, text: team.owns.join(', ') }))
    if (several.length > 0) return missed(`Owned by more than one team: ${several.join(', ')}.`, evidence)
    if (nobody.length === 0) return met('Each has its team.', evidence)
    const reason = `Nobody owns ${nobody.join(', ')}.`
    return nobody.length * 2 <= owned.length ? partly(reason, evidence) : missed(reason, evidence)
  },
}
