import type { ProbeRule } from '../probe.ts'

const words = 'It is three in the morning and your phone rings. What is it most likely to be?'

/** No failure is named at three quarters of the time. */
export const noFailure: ProbeRule = {
  id: 'no-failure',
  after: 0.75,
  missing: 'No failure is named',
  words,
  ask: ({ submission: { architecture, failures } }) =>
    architecture.components.length > 0 && failures.length === 0 ? words : undefined,
}
