import type { ReactNode } from 'react'

/** What may be wider than the page: it scrolls by itself, by keyboard too. */
export function Scrolls({ children }: { children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div className="scrolls" tabIndex={0}>
      {children}
    </div>
  )
}
