import { clsx } from 'clsx'
import type { WorkspaceData } from './workspace-types.ts'

/** What to do in each phase of the interview, with the one that the clock is in. */
export function Checklist({
  drill,
  elapsedMs,
  totalMs,
}: {
  drill: WorkspaceData['drill']
  elapsedMs: number
  totalMs: number | null
}) {
  const planned = drill.phases.reduce((sum, p) => sum + p.minutes, 0)
  let from = 0
  return (
    <ol className="flex flex-col gap-4">
      {drill.phases.map(phase => {
        const starts = from
        from += phase.minutes
        const share = totalMs === null ? null : elapsedMs / totalMs
        const now = share !== null && share >= starts / planned && share < from / planned
        return (
          <li key={phase.id}>
            <h3 className={clsx('text-sm font-semibold', now ? 'text-accent' : '')}>
              {phase.title} <span className="num font-normal text-faint">{phase.minutes} min</span>
              {now ? <span className="font-normal"> · now</span> : null}
            </h3>
            <ul className="mt-1 flex flex-col gap-1 text-sm">
              {phase.checklist.map(item => (
                <li key={item}>
                  <label className="flex items-start gap-2">
                    <input type="checkbox" className="mt-1 accent-accent" />
                    {item}
                  </label>
                </li>
              ))}
            </ul>
          </li>
        )
      })}
    </ol>
  )
}
