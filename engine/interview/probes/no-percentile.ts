import type { ProbeRule } from '../probe.ts'

/** No objective says for how many of the requests it must hold. */
export const noPercentile: ProbeRule = {
  id: 'no-percentile',
  after: 0.25,
  ask: ({ submission: { requirements } }) =>
    requirements.nonFunctional.some(r => r.quality === 'latency' && r.percentile !== undefined && r.target.trim() !== '')
      ? undefined
      : 'How fast does it have to be, and does everybody have to see that?',
}
