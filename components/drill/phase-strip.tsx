import { clsx } from 'clsx'
import type { Phase } from '#engine/drill/drill.ts'
import { phaseStates } from '#engine/interview/clock.ts'
import { formatClock } from './use-clock.ts'

const touches = (phase: Phase, writing: readonly string[]) => writing.some(field => phase.parts.includes(field))

/** Where time should be and where it is: the phases as a strip, with the moment marked. `paced` says in words what is on, how
 * long it lasts, what comes next, and how far over the phase is whose parts are being written. */
export function PhaseStrip({
  phases,
  totalMs,
  elapsedMs,
  paced = false,
  writing = [],
}: {
  phases: readonly Phase[]
  totalMs: number
  elapsedMs: number
  paced?: boolean
  /** Fields of the submission that are in hand. */
  writing?: readonly string[]
}) {
  const states = phaseStates(phases, totalMs, elapsedMs)
  const now = states.find(s => s.state === 'now')
  const next = states.find(s => s.state === 'ahead')
  const behind =
    now && !touches(now.phase, writing) ? states.findLast(s => s.state === 'past' && touches(s.phase, writing)) : undefined
  const over = behind ? Math.floor((elapsedMs - behind.endsMs) / 60_000) : 0
  const until = now ? Math.round(now.endsMs / 60_000) : 0
  return (
    <div className="relative px-3 pb-1.5 sm:px-4">
      {paced ? (
        // Changes with the phase only, so that it is read out once for each.
        <div className="flex flex-wrap gap-x-4 pb-1 text-xs text-quiet">
          <p role="status">
            {now ? `Now: ${now.phase.title}, until minute ${until}. ` : ''}
            {next ? `Then: ${next.phase.title}.` : 'Then it is handed in.'}
            {now?.phase.prompt ? <span className="block text-ink">“{now.phase.prompt}”</span> : null}
          </p>
          <p className="ml-auto">
            {behind && over > 0 ? (
              <span className="text-attention">
                {over} min over in {behind.phase.title}
              </span>
            ) : now ? (
              <span className="num">{formatClock(now.endsMs - elapsedMs)} left of it</span>
            ) : null}
          </p>
        </div>
      ) : (
        <p className="sr-only">{now ? `Phase now: ${now.phase.title}` : ''}</p>
      )}
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
                'max-sm:sr-only',
                state === 'now' ? 'font-semibold text-ink' : 'text-faint',
              )}
            >
              {phase.title}
            </p>
          </li>
        ))}
      </ol>
      {/* On a phone a phase is narrower than its name. */}
      <p aria-hidden className="mt-0.5 truncate text-xs font-semibold text-ink sm:hidden">
        {now?.phase.title}
      </p>
    </div>
  )
}
