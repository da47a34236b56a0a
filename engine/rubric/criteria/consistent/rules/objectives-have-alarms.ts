import { met, missed, partly } from '../../../criterion.ts'
import type { ConsistencyRule } from '../rule.ts'

const watched = ['latency', 'availability', 'throughput']

/** Every latency, availability or throughput objective is guarded by an alarm. */
export const objectivesHaveAlarms: ConsistencyRule = {
  id: 'objectives-have-alarms',
  title: 'Every latency and availability objective has an alarm',
  parameters: [],
  check({ submission }) {
    const objectives = submission.requirements.nonFunctional.filter(r => watched.includes(r.quality) && r.target.trim() !== '')
    if (objectives.length === 0) return missed('No latency or availability objective is stated with a target.')
    const guarded = objectives.filter(r => submission.operations.alarms.some(a => a.objective === r.id && a.signal !== ''))
    const evidence = objectives.map(r => ({ at: `/requirements/nonFunctional/${r.id}`, text: `${r.quality} ${r.target}` }))
    if (guarded.length === objectives.length) return met('Each has one.', evidence)
    const bare = objectives.filter(r => !guarded.includes(r)).map(r => r.quality)
    return guarded.length > 0
      ? partly(`Without an alarm: ${bare.join(', ')}.`, evidence)
      : missed('None of them has an alarm.', evidence)
  },
}
