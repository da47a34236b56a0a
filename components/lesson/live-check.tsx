'use client'

import { lazy, type ReactNode, Suspense } from 'react'
import type { Check } from '#engine/lesson/check.ts'
import { useNear } from './use-near.ts'

const CheckForm = lazy(() => import('./check-form.tsx').then(module => ({ default: module.CheckForm })))

/** Shows its children (the question as plain text) until it comes near the window; then the form, loaded at that moment. */
export function LiveCheck({ check, children }: { check: Check; children: ReactNode }) {
  const [ref, near] = useNear<HTMLDivElement>()
  return (
    <div ref={ref}>
      {near ? (
        <Suspense fallback={children}>
          <CheckForm check={check} />
        </Suspense>
      ) : (
        children
      )}
    </div>
  )
}
