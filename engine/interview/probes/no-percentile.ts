import type { ProbeRule } from '../probe.ts'

const words = 'How fast does it have to be, and does everybody have to see that?'

/** No objective says for how many of the requests it must hold. */
export const noPercentile: ProbeRule = {
  id: 'no-percentile',
  after: 0.25,
  missing: 'No latency with a percentile',
  words,
  ask: ({ submission: { requirements } }) =>
    requirements.nonFunctional.some(r => r.quality === 'latency' && r.percentile !== undefined && r.target.trim() !== '')
      ? undefined
      : words,
}
