import type { ProbeRule } from '../probe.ts'

const words = 'What are we not building today?'

/** What a user can do is written down, and nothing is left out. */
export const noScope: ProbeRule = {
  id: 'no-scope',
  after: 0.25,
  until: 0.6,
  missing: 'What a user can do is there, and nothing is left out',
  words,
  ask: ({ submission: { requirements } }) =>
    requirements.functional.length > 0 && !requirements.functional.some(f => f.priority === 'out') ? words : undefined,
}
