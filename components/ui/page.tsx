import { clsx } from 'clsx'
import type { ReactNode } from 'react'

/** The frame of a page: its heading, what it is for, its actions. */
export function Page({
  title,
  lead,
  actions,
  wide = false,
  children,
}: {
  title: ReactNode
  lead?: ReactNode
  actions?: ReactNode
  wide?: boolean
  children: ReactNode
}) {
  return (
    <main id="main" className={clsx('mx-auto w-full px-4 pt-8 pb-20 sm:px-6', wide ? 'max-w-6xl' : 'max-w-3xl')}>
      <header className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
          {lead ? <div className="mt-1.5 max-w-prose text-quiet">{lead}</div> : null}
        </div>
        {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
      </header>
      {children}
    </main>
  )
}

/** What will be here, and the first step. */
export function EmptyState({ title, children, action }: { title: ReactNode; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="rounded-md border border-dashed border-strong px-5 py-8 text-center">
      <p className="font-medium">{title}</p>
      {children ? <div className="mx-auto mt-1 max-w-prose text-sm text-quiet">{children}</div> : null}
      {action ? <div className="mt-4 flex justify-center">{action}</div> : null}
    </div>
  )
}

/** A titled part of a page. */
export function Section({
  title,
  aside,
  children,
  id,
  className,
}: {
  title: ReactNode
  aside?: ReactNode
  children: ReactNode
  id?: string
  className?: string
}) {
  return (
    <section id={id} aria-labelledby={id ? `${id}-title` : undefined} className={clsx('mt-10', className)}>
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-2 border-b border-line pb-1.5">
        <h2 id={id ? `${id}-title` : undefined} className="text-lg font-semibold">
          {title}
        </h2>
        {aside ? <div className="text-sm text-quiet">{aside}</div> : null}
      </div>
      {children}
    </section>
  )
}
