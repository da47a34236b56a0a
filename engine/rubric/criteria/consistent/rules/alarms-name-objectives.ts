import { met, missed, partly } from '../../../criterion.ts'
import type { ConsistencyRule } from '../rule.ts'

/** Every alarm guards a requirement that exists, with a threshold that can be read. */
export const alarmsNameObjectives: ConsistencyRule = {
  id: 'alarms-name-objectives',
  title: 'Every alarm guards an objective and has a threshold',
  parameters: [],
  check({ read, submission }) {
    const { alarms } = submission.operations
    if (alarms.length === 0) return missed('No alarm is set.')
    const objectives = new Set(submission.requirements.nonFunctional.map(r => r.id))
    const good = alarms.filter(a => a.signal !== '' && objectives.has(a.objective) && read(a.threshold) !== undefined)
    const evidence = alarms
      .slice(0, 5)
      .map(a => ({ at: `/operations/alarms/${a.id}`, text: `${a.signal} ${a.threshold} for ${a.objective || 'no objective'}` }))
    if (good.length === alarms.length && good.length > 1) return met('Each guards an objective.', evidence)
    if (good.length > 0)
      return partly(
        good.length === alarms.length
          ? 'One alarm is little for a whole system.'
          : 'Some name no objective, or a threshold that cannot be read.',
        evidence,
      )
    return missed('No alarm names an objective together with a threshold.', evidence)
  },
}
