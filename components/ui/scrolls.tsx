import type { ReactNode } from 'react'

/** What may be wider than the page: it scrolls by itself, by keyboard too. */
export function Scrolls({ label, className = 'scrolls', children }: { label?: string; className?: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section aria-label={label} className={className} tabIndex={0}>
      {children}
    </section>
  )
}
