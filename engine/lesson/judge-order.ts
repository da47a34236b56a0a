import type { OrderCheck } from './check.ts'
import type { Judgement } from './judgement.ts'

/** Judges an order of the steps; names the first place where it departs from the right one. */
export function judgeOrder(check: OrderCheck, ordered: readonly string[]): Judgement {
  const at = check.steps.findIndex((step, index) => ordered[index] !== step)
  if (at < 0) return { verdict: 'right', message: `Right. ${check.why}` }
  const given = ordered[at] ?? 'nothing'
  const right = at === 0 ? 'it does not come first' : `it does not come after "${check.steps[at - 1]}"`
  return {
    verdict: 'wrong',
    message: `The first ${at === 0 ? 'step is off' : `${at} ${at === 1 ? 'is' : 'are'} right`}. "${given}": ${right}.`,
  }
}

/** The steps in an order that is not the right one, the same for every reader (so that server and browser agree). */
export function shuffledSteps(check: OrderCheck): readonly string[] {
  let state = [...check.id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7)
  const steps = [...check.steps]
  for (let i = steps.length - 1; i > 0; i -= 1) {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0
    const j = state % (i + 1)
    const [a, b] = [steps[i], steps[j]]
    if (a !== undefined && b !== undefined) [steps[i], steps[j]] = [b, a]
  }
  const same = steps.every((step, index) => step === check.steps[index])
  return same ? [...steps.slice(1), ...steps.slice(0, 1)] : steps
}
