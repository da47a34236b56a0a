'use client'

import { lazy, type ReactNode, Suspense } from 'react'
import type { ComponentKind } from '#engine/architecture/component-kinds.ts'
import type {
  ExplorePart,
  PartitionPart,
  RaftPart,
  RingPart,
  SimulatePart,
  SpikePart,
  StepperPart,
} from '#engine/lesson/live/parts.ts'
import { useNear } from '../use-near.ts'

const ExploreForm = lazy(async () => ({ default: (await import('./explore-form.tsx')).ExploreForm }))
const SimulateForm = lazy(async () => ({ default: (await import('./simulate-form.tsx')).SimulateForm }))
const RingForm = lazy(async () => ({ default: (await import('./ring-form.tsx')).RingForm }))
const SpikeForm = lazy(async () => ({ default: (await import('./spike-form.tsx')).SpikeForm }))
const StepperForm = lazy(async () => ({ default: (await import('./stepper-form.tsx')).StepperForm }))
const RaftForm = lazy(async () => ({ default: (await import('./raft-form.tsx')).RaftForm }))
const PartitionForm = lazy(async () => ({ default: (await import('./partition-form.tsx')).PartitionForm }))

type Part =
  | { readonly kind: 'explore'; readonly part: ExplorePart }
  | { readonly kind: 'simulate'; readonly part: SimulatePart; readonly kinds: readonly ComponentKind[] }
  | { readonly kind: 'ring'; readonly part: RingPart }
  | { readonly kind: 'spike'; readonly part: SpikePart }
  | { readonly kind: 'stepper'; readonly part: StepperPart }
  | { readonly kind: 'raft'; readonly part: RaftPart }
  | { readonly kind: 'partition'; readonly part: PartitionPart }

/** Shows its children (the part as text) until it comes near the window; then the part with its controls, loaded at that moment. */
export function Live({ part, children }: { part: Part; children: ReactNode }) {
  const [ref, near] = useNear<HTMLDivElement>()
  return <div ref={ref}>{near ? <Suspense fallback={children}>{formOf(part)}</Suspense> : children}</div>
}

function formOf(part: Part): ReactNode {
  switch (part.kind) {
    case 'explore':
      return <ExploreForm part={part.part} />
    case 'simulate':
      return <SimulateForm part={part.part} kinds={part.kinds} />
    case 'ring':
      return <RingForm part={part.part} />
    case 'spike':
      return <SpikeForm part={part.part} />
    case 'stepper':
      return <StepperForm part={part.part} />
    case 'raft':
      return <RaftForm part={part.part} />
    case 'partition':
      return <PartitionForm part={part.part} />
  }
}
