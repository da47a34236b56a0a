import type { ProbeRule } from '../probe.ts'

/** A decision was made between one thing and nothing. */
export const noAlternative: ProbeRule = {
  id: 'no-alternative',
  after: 0.55,
  missing: 'A decision with no alternative',
  words: 'You chose this. What would somebody who disagrees with you have done?',
  ask({ submission: { decisions } }) {
    const bare = decisions.find(d => d.chosen.trim() !== '' && !d.alternatives.some(a => a.option.trim() !== ''))
    return bare && `You chose ${bare.chosen.trim()}. What would somebody who disagrees with you have done?`
  },
}
