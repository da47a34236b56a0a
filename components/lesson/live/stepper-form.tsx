'use client'

import { useState } from 'react'
import type { StepperPart } from '#engine/lesson/live/parts.ts'
import { Button } from '../../ui/button.tsx'
import { StepperView } from './stepper-view.tsx'

/** Steps to walk through, forth and back. */
export function StepperForm({ part }: { part: StepperPart }) {
  const [step, setStep] = useState(0)
  const last = part.steps.length - 1
  return (
    <>
      <div aria-live="polite" className="min-h-40">
        <StepperView part={part} step={step} />
      </div>
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <Button size="sm" disabled={step === 0} onClick={() => setStep(step - 1)}>
          Step back
        </Button>
        <Button size="sm" variant="primary" disabled={step === last} onClick={() => setStep(step + 1)}>
          Next step
        </Button>
        <Button size="sm" variant="quiet" disabled={step === 0} onClick={() => setStep(0)}>
          From the start
        </Button>
      </div>
    </>
  )
}
