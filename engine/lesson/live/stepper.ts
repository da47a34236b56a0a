import type { StepperPart } from './parts.ts'

/** What each actor holds after a step (0 is the first): what the steps so far said of it last. A place past an end is that end. */
export function heldAfter(part: StepperPart, step: number): Readonly<Record<string, string>> {
  const last = Math.min(part.steps.length - 1, Math.max(0, step))
  const held: Record<string, string> = Object.fromEntries(part.actors.map(actor => [actor, '']))
  for (const { state } of part.steps.slice(0, last + 1)) Object.assign(held, state)
  return held
}

/** States that name an actor which is none of the part's: a slip of the author. */
export const strangers = (part: StepperPart): readonly string[] =>
  part.steps.flatMap(({ state }) => Object.keys(state).filter(actor => !part.actors.includes(actor)))
