import type { ReactNode } from 'react'

/** Something beside the main line of thought. */
export function Note({ title, children }: { title?: string; children?: ReactNode }) {
  return (
    <aside className="note" aria-label={title ?? 'Note'}>
      {title ? <p className="note-title">{title}</p> : null}
      {children}
    </aside>
  )
}

/** What interviewers of a level probe. */
export function Level({ at, children }: { at: 'L6' | 'L7'; children?: ReactNode }) {
  return (
    <aside className="note level" aria-label={`What interviewers probe at ${at}`}>
      <p className="note-title">At {at}</p>
      {children}
    </aside>
  )
}

/** A claim that goes around and is wrong or dated, beside what is right and why. */
export function Disputed({
  issue,
  claim,
  right,
  children,
}: {
  issue: string
  claim: string
  right: string
  children?: ReactNode
}) {
  return (
    <aside className="note disputed" aria-label={`Disputed: ${claim}`} id={issue.toLowerCase()}>
      <p className="note-title">
        Disputed <span className="issue">{issue}</span>
      </p>
      <dl>
        <dt>Often said</dt>
        <dd>{claim}</dd>
        <dt>Right</dt>
        <dd>{right}</dd>
        <dt>Why</dt>
        <dd>{children}</dd>
      </dl>
    </aside>
  )
}
