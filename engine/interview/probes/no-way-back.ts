import type { ProbeRule } from '../probe.ts'

const words = 'Your last release was a mistake. What happens in the next ten minutes?'

/** Nothing says how a release that went wrong is noticed and taken back. */
export const noWayBack: ProbeRule = {
  id: 'no-way-back',
  after: 0.8,
  missing: 'Nothing says how a bad release is noticed and taken back',
  words,
  ask: ({ submission: { architecture, operations } }) =>
    architecture.components.length > 0 && operations.rollback.metric === '' && operations.rollback.minutes === undefined
      ? words
      : undefined,
}
