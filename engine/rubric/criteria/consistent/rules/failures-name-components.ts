import { met, missed, partly } from '../../../criterion.ts'
import type { ConsistencyRule } from '../rule.ts'

/** Every failure names a component that exists (or a zone, region, deployment), how it shows, and how far it reaches. */
export const failuresNameComponents: ConsistencyRule = {
  id: 'failures-name-components',
  title: 'Every failure names what fails, how it shows and how far it reaches',
  parameters: [],
  check({ graph, read, submission }) {
    const { failures } = submission
    if (failures.length === 0) return missed('No failure is described.')
    const placed = failures.filter(f => graph.components.has(f.component) || (f.scope !== '' && f.scope !== 'component'))
    const complete = placed.filter(f => f.detection !== '' && read(f.blastRadius) !== undefined)
    const evidence = failures
      .slice(0, 5)
      .map(f => ({ at: `/failures/${f.id}`, text: `${f.component || f.scope}: ${f.detection} · ${f.blastRadius}` }))
    if (complete.length === failures.length) return met('Each does.', evidence)
    return complete.length > 0
      ? partly(`${complete.length} of ${failures.length} do.`, evidence)
      : missed('None names an existing component (or a wider scope) with its signal and blast radius.', evidence)
  },
}
