import type { ComponentKind } from '../architecture/component-kinds.ts'
import type { Submission } from '../design/submission.ts'
import { TIME } from '../quantity/dimension.ts'
import type { CurveballVerdict } from '../rubric/judge-curveball.ts'
import { nemesis } from '../simulation/questions.ts'
import { type Read, readAs } from '../simulation/read-figure.ts'
import { toModel } from '../simulation/to-model.ts'
import { endsAt, type Sitting } from './clock.ts'

/** Share of the time after which the interviewer takes something away. */
const AT = 0.7

/** When a mock's nemesis lands, in ms since the epoch; null in a sitting that has none. */
export function nemesisAt(sitting: Pick<Sitting, 'mode' | 'startedAtMs' | 'minutes' | 'extraTimePercent'>): number | null {
  const end = endsAt(sitting)
  if (sitting.mode !== 'mock' || end === null) return null
  return sitting.startedAtMs + Math.round((end - sitting.startedAtMs) * AT)
}

/** When a person asks it, and how: nobody has simulated the design, so the person chooses what to take away. */
export const nemesisInGeneral = {
  after: AT,
  choose: 'Look for the part that most requests go through and that has the fewest copies. Take it away.',
  words: 'This box is gone. What do users see, and what do you do?',
} as const

export type NemesisQuestion = {
  /** As `readFailure` reads it: component:db, zone:a, region:1, cell. */
  readonly failure: string
  /** As the interviewer says it. */
  readonly text: string
}

/** The single failure that hurts this design most, as a question; undefined when nothing runs or nothing hurts. */
export function nemesisQuestion(
  submission: Submission,
  kinds: readonly ComponentKind[],
  read: Read,
): NemesisQuestion | undefined {
  const model = toModel(submission, kinds, read)
  const worst = model.flows.length > 0 ? nemesis(model) : undefined
  if (!worst) return undefined
  const [scope, name = ''] = worst.failure.split(':')
  const what =
    scope === 'component'
      ? `Your ${model.parts[name]?.name || name} is gone.`
      : scope === 'cell'
        ? 'One of your cells is gone.'
        : `The ${scope} ${name} is gone, with all that you have there.`
  return { failure: worst.failure, text: `${what} What do users see, and what do you do?` }
}

/** A design with what reads its expressions. */
type Draft = { readonly submission: Submission; readonly read: Read }

/**
 * Whether a failure was answered: by a record that names it, with the signal that shows it and the time to recover. Foreseen when the draft of the
 * moment at which it was asked had one already.
 */
export function judgeNemesis(failure: string, before: Draft, now: Draft): CurveballVerdict {
  if (!answers(failure, now)) return 'missed'
  return answers(failure, before) ? 'foreseen' : 'handled'
}

function answers(failure: string, { submission, read }: Draft): boolean {
  const [scope, name = ''] = failure.split(':')
  return submission.failures.some(
    f =>
      (scope === 'component' ? f.component === name : f.scope === scope) &&
      f.detection !== '' &&
      readAs(read, f.rto, TIME) !== undefined,
  )
}
