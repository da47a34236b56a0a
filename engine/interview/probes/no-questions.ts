import type { ProbeRule } from '../probe.ts'

const words = 'Before you go on: what would you like to know from me?'

/** Nothing was asked and nothing that a user can do is written down. */
export const noQuestions: ProbeRule = {
  id: 'no-questions',
  after: 0.1,
  until: 0.4,
  missing: 'Nothing was asked, and nothing that a user can do is written down',
  words,
  ask: ({ submission: { questions, requirements } }) =>
    questions.length === 0 && requirements.functional.length === 0 ? words : undefined,
}
