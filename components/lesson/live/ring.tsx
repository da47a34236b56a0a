import { type RingPart, ringPart } from '#engine/lesson/live/parts.ts'
import { Live } from './live.tsx'
import { PartFrame } from './part-frame.tsx'
import { RingView } from './ring-view.tsx'

/** A ring with virtual nodes beside modulo. */
export function Ring(given: RingPart) {
  const part = ringPart.parse(given)
  return (
    <PartFrame id={part.id} mark="Try" title={part.title}>
      <Live part={{ kind: 'ring', part }}>
        <RingView shards={part.shards} virtualNodes={part.virtualNodes} />
      </Live>
    </PartFrame>
  )
}
