'use client'

import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'

/** A question that must be answered before going on. Escape and a click outside close it; focus returns to where it was. */
export function Dialog({
  open,
  onOpenChange,
  title,
  children,
}: {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: ReactNode
  children: ReactNode
}) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-[#11100d]/45" />
        <Radix.Content
          aria-describedby={undefined}
          className="card fixed top-1/2 left-1/2 z-50 max-h-[85dvh] w-[min(32rem,calc(100vw-2rem))] -translate-x-1/2 -translate-y-1/2 overflow-y-auto p-5"
        >
          <Radix.Title className="mb-1 text-lg font-semibold">{title}</Radix.Title>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
