import { clsx } from 'clsx'
import type { LiveComponent } from '#engine/simulation/live-run.ts'
import { inUse, states } from './figures.ts'

/** How much of a component is in use: a bar, its number and, where it is close or past its limit, a word. */
export function Heat({ at, className }: { at: LiveComponent; className?: string }) {
  const { fill, ink, word } = states[at.state]
  return (
    <div className={clsx('flex items-center gap-2', className)}>
      <div aria-hidden className="h-2 min-w-8 flex-1 overflow-hidden rounded-full border border-line bg-sunken">
        {at.state === 'gone' ? null : (
          <div className={clsx('h-full', fill)} style={{ width: `${Math.min(1, at.utilization) * 100}%` }} />
        )}
      </div>
      <span className={clsx('num text-right text-xs whitespace-nowrap', ink)}>
        {at.state === 'gone' ? 'gone' : at.capacity === null ? 'no limit' : `${inUse(at)}${word ? ` ${word}` : ''}`}
      </span>
    </div>
  )
}
