import { type SpikePart, spikePart } from '#engine/lesson/live/parts.ts'
import { Live } from './live.tsx'
import { PartFrame } from './part-frame.tsx'
import { SpikeView } from './spike-view.tsx'

/** A spike of traffic against servers, a queue and an autoscaler. */
export function Spike(given: SpikePart) {
  const part = spikePart.parse(given)
  return (
    <PartFrame id={part.id} mark="Try" title={part.title}>
      <Live part={{ kind: 'spike', part }}>
        <SpikeView settings={part} />
      </Live>
    </PartFrame>
  )
}
