import type { ProbeRule } from '../probe.ts'

const words = 'How big is this? Give me an idea before you draw on.'

/** No number at a fifth of the time: neither on the worksheet nor as an answer. */
export const noNumbers: ProbeRule = {
  id: 'no-numbers',
  after: 0.2,
  missing: 'No number yet, neither on the worksheet nor as an answer',
  words,
  ask: ({ submission: { worksheet, answers } }) =>
    /\d/.test(worksheet) || answers.some(a => a.stated.trim() !== '') ? undefined : words,
}
