'use client'

import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { useWide } from '../ui/use-wide.ts'
import type { ArchitectureCanvasProps } from './architecture-canvas.tsx'

type View = 'table' | 'canvas'

const Canvas = lazy(() => import('./architecture-canvas.tsx').then(m => ({ default: m.ArchitectureCanvas })))
const key = 'tenfold:architecture-view'

const chosen = (): View => {
  try {
    return localStorage.getItem(key) === 'canvas' ? 'canvas' : 'table'
  } catch {
    return 'table'
  }
}

/**
 * The parts of the architecture as a table (the children) or on the canvas, which is fetched when it is first chosen. A phone has the table
 * only; whatever can be done on the canvas can be done there.
 */
export function ArchitectureViews({ children, ...props }: ArchitectureCanvasProps & { readonly children: ReactNode }) {
  const [view, setView] = useState<View>('table')
  const roomy = useWide(640)
  useEffect(() => setView(chosen()), [])
  const choose = (next: View) => {
    setView(next)
    try {
      localStorage.setItem(key, next)
    } catch {
      // The choice then holds until the page is left.
    }
  }
  if (!roomy) return children
  return (
    <>
      <fieldset className="mb-3 inline-flex rounded-md border border-strong bg-raised p-0.5 text-sm">
        <legend className="sr-only">Show components and links as</legend>
        {(
          [
            ['table', 'Table'],
            ['canvas', 'Canvas'],
          ] as const
        ).map(([id, label]) => (
          <button
            key={id}
            type="button"
            aria-pressed={view === id}
            onClick={() => choose(id)}
            className="rounded-sm px-3 py-1 text-quiet hover:text-ink aria-pressed:bg-accent-wash aria-pressed:font-semibold aria-pressed:text-accent"
          >
            {label}
          </button>
        ))}
      </fieldset>
      {view === 'canvas' ? (
        <Suspense
          fallback={
            <p role="status" className="grid h-[30rem] place-items-center text-sm text-quiet">
              Loading the canvas…
            </p>
          }
        >
          <Canvas {...props} />
        </Suspense>
      ) : (
        children
      )}
    </>
  )
}
