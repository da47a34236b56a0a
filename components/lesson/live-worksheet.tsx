'use client'

import { lazy, type ReactNode, Suspense } from 'react'
import { useNear } from './use-near.ts'

const WorksheetEmbed = lazy(() => import('../worksheet/worksheet-embed.tsx').then(module => ({ default: module.WorksheetEmbed })))

/** Shows its children (lines and answers as text) until they come near the window; then the editor, loaded at that moment. */
export function LiveWorksheet({ title, source, children }: { title: string; source: string; children: ReactNode }) {
  const [ref, near] = useNear<HTMLDivElement>()
  return (
    <div ref={ref}>
      {near ? (
        <Suspense fallback={children}>
          <WorksheetEmbed source={source} label={title} />
        </Suspense>
      ) : (
        children
      )}
    </div>
  )
}
