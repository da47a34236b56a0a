'use client'

import { lazy, type ReactNode, Suspense } from 'react'
import { useLiveControls } from '../simulation/live-run-context.tsx'
import { Button } from '../ui/button.tsx'
import type { PanelProps } from './workspace-types.ts'

const RunSentence = lazy(async () => ({ default: (await import('../simulation/run-sentence.tsx')).RunSentence }))
const LiveResults = lazy(async () => ({ default: (await import('../simulation/live-results.tsx')).LiveResults }))

/**
 * Whether this sitting lets the simulator run: in practice always; in a timed drill once the predictions are written, so that they are
 * predictions; in a mock not before the score.
 */
export function mayRun(mode: PanelProps['mode'], { predictions }: PanelProps['submission']): boolean {
  if (mode === 'mock') return false
  return mode === 'practice' || (predictions.at10x.component !== '' && predictions.at100x.component !== '')
}

/** The sentence of the running design, or the button that starts it, or what it waits for. Nothing in a mock. */
export function RunDesign({ props, onStart, children }: { props: PanelProps; onStart?: () => void; children?: ReactNode }) {
  const { open, start, stop, filled } = useLiveControls()
  if (props.mode === 'mock' || filled) return null
  return (
    <section aria-labelledby="run-title" className="mb-5 border-y border-line py-3">
      <div className="flex items-center justify-between gap-3">
        <h3 id="run-title" className="text-sm font-semibold">
          Run this design
        </h3>
        {open ? (
          <Button size="sm" variant="quiet" onClick={stop}>
            Stop running
          </Button>
        ) : null}
      </div>
      {open ? (
        <div className="mt-1 flex flex-col gap-4">
          <LiveSentence />
          {children}
        </div>
      ) : mayRun(props.mode, props.submission) ? (
        <Button
          className="mt-2"
          onClick={() => {
            start()
            onStart?.()
          }}
        >
          Run it: load, tails, failures, cost
        </Button>
      ) : (
        <p className="mt-1 text-sm text-quiet">
          It opens when both predictions are written: what breaks first at 10x and at 100x.
        </p>
      )}
    </section>
  )
}

/** The sentence, fetched when it is first shown. */
export const LiveSentence = () => (
  <Suspense fallback={<p className="text-sm text-quiet">Loading the simulator…</p>}>
    <RunSentence />
  </Suspense>
)

/** The figures of the run, fetched when they are first shown. */
export const Results = () => (
  <Suspense fallback={<p className="text-sm text-quiet">Loading the simulator…</p>}>
    <LiveResults />
  </Suspense>
)
