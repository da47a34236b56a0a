import type { Check as CheckData } from '#engine/lesson/check.ts'
import { asChoice } from '#engine/lesson/judge-choice.ts'
import { showIn } from '#engine/lesson/judge-number.ts'
import { shuffledSteps } from '#engine/lesson/judge-order.ts'
import { InlineText } from './inline-text.tsx'
import { LiveCheck } from './live-check.tsx'

/**
 * A question inside a lesson. The server sends it as text with its answer folded away, so that it works without JavaScript; the live form
 * takes its place when it comes near the window.
 */
export function Check(given: CheckData) {
  // MDX hands over what the author wrote; the defaults of the schema are not in it.
  const check: CheckData =
    given.kind === 'number' ? { ...given, tolerance: given.tolerance ?? '10%', slips: given.slips ?? [] } : given
  return (
    <section className="check" aria-labelledby={`check-${check.id}`}>
      <p className="check-ask" id={`check-${check.id}`}>
        <span className="check-mark">Check</span> <InlineText text={check.ask} />
      </p>
      <LiveCheck check={check}>
        <PlainCheck check={check} />
      </LiveCheck>
    </section>
  )
}

function PlainCheck({ check }: { check: CheckData }) {
  return (
    <>
      {check.kind === 'fault' ? <PlainList items={check.lines.map(line => line.text)} /> : null}
      {check.kind === 'choice' ? <PlainList items={check.options.map(option => option.text)} /> : null}
      {check.kind === 'order' ? <PlainList items={shuffledSteps(check)} /> : null}
      <details>
        <summary>Show the answer</summary>
        <p>
          <InlineText text={`${plainAnswer(check)} ${check.why}`} />
        </p>
      </details>
    </>
  )
}

const PlainList = ({ items }: { items: readonly string[] }) => (
  <ul>
    {items.map(item => (
      <li key={item}>
        <InlineText text={item} />
      </li>
    ))}
  </ul>
)

function plainAnswer(check: CheckData): string {
  if (check.kind === 'number') return `${showIn(check)}.`
  if (check.kind === 'order') return `${check.steps.join(' → ')}.`
  const { options } = check.kind === 'fault' ? asChoice(check) : check
  const right = options.find(option => option.right)
  return right ? `${right.text}: ${right.why}` : ''
}
