import type { ProbeRule } from '../probe.ts'

/** Nothing says how a release that went wrong is noticed and taken back. */
export const noWayBack: ProbeRule = {
  id: 'no-way-back',
  after: 0.8,
  ask: ({ submission: { architecture, operations } }) =>
    architecture.components.length > 0 && operations.rollback.metric === '' && operations.rollback.minutes === undefined
      ? 'Your last release was a mistake. What happens in the next ten minutes?'
      : undefined,
}
