import type { ChoiceCheck, FaultCheck } from './check.ts'
import type { Judgement } from './judgement.ts'

/** A design with one fault, as a choice among its lines. */
export const asChoice = ({ lines, kind: _, ...common }: FaultCheck): ChoiceCheck => ({
  ...common,
  kind: 'choice',
  options: lines.map(({ text, fault, why }) => ({ text, why, ...(fault ? { right: true as const } : {}) })),
})

/** Judges the chosen option, by its place in the list; each option says why it is right or what goes wrong with it. */
export function judgeChoice(check: ChoiceCheck, chosen: number | undefined): Judgement {
  const option = chosen === undefined ? undefined : check.options[chosen]
  if (!option) return { verdict: 'not ready', message: 'Choose one first.' }
  return option.right
    ? { verdict: 'right', message: `Right. ${option.why}` }
    : { verdict: 'wrong', message: `Not that one. ${option.why}` }
}
