import { diagnose } from '../sizing/slips/diagnose.ts'
import type { SprintQuestion } from './make-sprint.ts'

/** How an answer was marked, at once and with the slip named. */
export type SprintMark = {
  readonly right: boolean
  readonly verdict: 'agrees' | 'convention' | 'rounded' | 'off' | 'unreadable' | 'right' | 'wrong'
  readonly expected: string
  readonly reason: string
  readonly slip: { readonly id: string; readonly explanation: string; readonly corrected: string } | null
}

/** Marks one answer: a quantity for an estimate, the number of the option (0 or 1) for a decision. Never throws. */
export function markAnswer(question: SprintQuestion, stated: string): SprintMark {
  return question.kind === 'decision' ? markDecision(question, stated) : markEstimate(question, stated)
}

function markDecision(question: SprintQuestion, stated: string): SprintMark {
  const chosen = Number(stated.trim() === '' ? Number.NaN : stated)
  const expected = question.options[question.right] ?? ''
  const right = chosen === question.right
  return { right, verdict: right ? 'right' : 'wrong', expected, reason: question.why, slip: null }
}

function markEstimate(question: SprintQuestion, stated: string): SprintMark {
  const result = diagnose({ worksheet: question.worksheet, name: 'answer', stated })
  if (!result.ok) {
    return {
      right: false,
      verdict: 'unreadable',
      expected: '',
      reason: result.mend ? `${result.message}: ${result.mend}` : result.message,
      slip: null,
    }
  }
  const { verdict, expected, reason, slips } = result.diagnosis
  const [slip] = slips
  return {
    right: verdict !== 'off',
    verdict,
    expected: expected.text,
    reason,
    slip: verdict === 'off' && slip ? { id: slip.id, explanation: slip.explanation, corrected: slip.corrected } : null,
  }
}
