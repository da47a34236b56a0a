import type { ReactNode } from 'react'

/** The frame of every live part: what it is, its title, then controls, result in words and picture. */
export function PartFrame({ id, mark, title, children }: { id: string; mark: string; title: string; children: ReactNode }) {
  return (
    <section className="worksheet-part live-part" aria-labelledby={`part-${id}`}>
      <p className="worksheet-title" id={`part-${id}`}>
        <span className="check-mark">{mark}</span> {title}
      </p>
      {children}
    </section>
  )
}
