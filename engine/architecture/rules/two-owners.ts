import { type GraphRule, nameOf } from '../graph-rule.ts'

/** A store belongs to one team; where no teams are written, one kind of service writes to it. */
export const twoOwners: GraphRule = {
  id: 'two-owners',
  title: 'Every store has one owner',
  check({ graph, submission }) {
    return [...graph.components.keys()]
      .filter(id => graph.isKind(id, ['@store']))
      .flatMap(id => {
        const owners = submission.organization.filter(team => team.owns.includes(id)).map(team => team.name || team.id)
        return owners.length < 2
          ? []
          : [
              {
                parts: [id],
                message: `${nameOf(graph, id)} is owned by ${owners.join(' and ')}`,
                mend: 'give it to one team; the others ask through its interface',
              },
            ]
      })
  },
}
