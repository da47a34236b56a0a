'use client'

import { memo } from 'react'
import { useLiveControls } from '../simulation/live-run-context.tsx'
import { Button } from '../ui/button.tsx'
import { Results } from './run-design.tsx'

/** The live results beside the work, whatever part is in hand. */
export const RunSide = memo(function RunSide({ allowed }: { allowed: boolean }) {
  const { open, start, filled } = useLiveControls()
  // The canvas that fills the window shows them itself.
  if (filled) return null
  if (open) return <Results />
  if (!allowed)
    return <p className="text-sm text-quiet">It opens when both predictions are written: what breaks first at 10x and at 100x.</p>
  return (
    <>
      <p className="mb-2 text-sm text-quiet">The design as it is drawn, run as a network of queues while you change it.</p>
      <Button onClick={start}>Run it: load, tails, failures, cost</Button>
    </>
  )
})
