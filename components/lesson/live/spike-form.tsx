'use client'

import { useState } from 'react'
import type { SpikePart } from '#engine/lesson/live/parts.ts'
import { Slider, Toggle } from './controls.tsx'
import { SpikeView } from './spike-view.tsx'

const seconds = (n: number) => (n < 60 ? `${n} s` : `${Number((n / 60).toPrecision(2))} min`)

/** The spike, the servers, the queue and the autoscaler, to be moved. */
export function SpikeForm({ part }: { part: SpikePart }) {
  const [settings, setSettings] = useState(part)
  const set = (patch: Partial<SpikePart>) => setSettings(now => ({ ...now, ...patch }))
  const { factor, servers, queue, autoscaler, startSeconds, cooldownSeconds } = settings
  return (
    <>
      <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
        <Slider
          label="The spike"
          text={`${factor}x for ${part.minutes} min`}
          value={factor}
          min={1}
          max={Math.max(20, part.factor)}
          onChange={value => set({ factor: value })}
        />
        <Slider
          label="Servers at first"
          text={String(servers)}
          value={servers}
          min={1}
          max={Math.max(40, part.servers * 3)}
          onChange={value => set({ servers: value })}
        />
        {autoscaler ? (
          <>
            <Slider
              label="A new server serves after"
              text={seconds(startSeconds)}
              value={startSeconds / 10}
              max={60}
              onChange={value => set({ startSeconds: value * 10 })}
            />
            <Slider
              label="Cooldown between orders"
              text={seconds(cooldownSeconds)}
              value={cooldownSeconds / 10}
              max={60}
              onChange={value => set({ cooldownSeconds: value * 10 })}
            />
          </>
        ) : null}
      </div>
      <div className="mt-2 flex flex-wrap gap-x-5 gap-y-1.5">
        <Toggle label="A queue in front" on={queue} onChange={on => set({ queue: on })} />
        <Toggle label="An autoscaler" on={autoscaler} onChange={on => set({ autoscaler: on })} />
      </div>
      <SpikeView settings={settings} />
    </>
  )
}
