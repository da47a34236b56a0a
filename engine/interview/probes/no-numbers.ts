import type { ProbeRule } from '../probe.ts'

/** No number at a fifth of the time: neither on the worksheet nor as an answer. */
export const noNumbers: ProbeRule = {
  id: 'no-numbers',
  after: 0.2,
  ask: ({ submission: { worksheet, answers } }) =>
    /\d/.test(worksheet) || answers.some(a => a.stated.trim() !== '')
      ? undefined
      : 'How big is this? Give me an idea before you draw on.',
}
