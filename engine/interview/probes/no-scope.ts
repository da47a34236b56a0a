import type { ProbeRule } from '../probe.ts'

/** What a user can do is written down, and nothing is left out. */
export const noScope: ProbeRule = {
  id: 'no-scope',
  after: 0.25,
  until: 0.6,
  ask: ({ submission: { requirements } }) =>
    requirements.functional.length > 0 && !requirements.functional.some(f => f.priority === 'out')
      ? 'What are we not building today?'
      : undefined,
}
