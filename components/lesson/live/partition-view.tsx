import type { ReactNode } from 'react'
import type { Partitioned, Side } from '#engine/lesson/live/partition.ts'

const about: Readonly<Record<Side, string>> = { A: 'two replicas', B: 'one replica' }

/** Both sides, what each holds, and what just happened. */
export function PartitionView({ state, controls }: { state: Partitioned; controls?: (side: Side) => ReactNode }) {
  return (
    <>
      <p role="status" className="min-h-12 text-sm">
        {state.says}
      </p>
      <div className="mt-2 grid grid-cols-[1fr_auto_1fr] items-stretch gap-2 text-sm">
        {(['A', 'B'] as const).map(side => (
          <div key={side} className={`rounded-md border border-line px-2.5 py-2 ${side === 'B' ? 'order-3' : 'order-1'}`}>
            <p className="font-semibold">
              Side {side} <span className="font-normal text-quiet">· {about[side]}</span>
            </p>
            <p className="mt-1 min-h-10">
              {state.sides[side].items.join(', ') || <span className="text-faint">empty cart</span>}
            </p>
            {controls ? <div className="mt-1 flex flex-wrap gap-1">{controls(side)}</div> : null}
          </div>
        ))}
        <p className={`order-2 self-center text-xs ${state.cut ? 'text-bad' : 'text-good'}`}>{state.cut ? '✂ cut' : '↔ whole'}</p>
      </div>
    </>
  )
}
