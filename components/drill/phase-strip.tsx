import { clsx } from 'clsx'
import type { Phase } from '#engine/drill/drill.ts'
import { phaseStates } from '#engine/interview/clock.ts'

/** Where time should be and where it is: the phases as a strip, with the moment marked. */
export function PhaseStrip({ phases, totalMs, elapsedMs }: { phases: readonly Phase[]; totalMs: number; elapsedMs: number }) {
  const states = phaseStates(phases, totalMs, elapsedMs)
  const now = states.find(s => s.state === 'now')
  return (
    <div className="relative px-3 pb-1.5 sm:px-4">
      <p className="sr-only">{now ? `Phase now: ${now.phase.title}` : ''}</p>
      <ol aria-hidden className="flex gap-0.5">
        {states.map(({ phase, state, startsMs, endsMs }) => (
          <li key={phase.id} style={{ flexGrow: endsMs - startsMs }} className="min-w-0 basis-0">
            <div className="relative h-1 overflow-hidden rounded-full bg-line">
              <div
                className="absolute inset-y-0 left-0 bg-accent"
                style={{ width: `${Math.min(100, Math.max(0, ((elapsedMs - startsMs) / (endsMs - startsMs)) * 100))}%` }}
              />
            </div>
            <p
              className={clsx(
                'mt-0.5 truncate text-xs',
                state === 'now' ? 'font-semibold text-ink' : 'text-faint max-sm:sr-only',
              )}
            >
              {phase.title}
            </p>
          </li>
        ))}
      </ol>
    </div>
  )
}
