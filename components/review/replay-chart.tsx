import { CircleHelp, Zap } from 'lucide-react'
import type { Replay } from '#engine/interview/replay.ts'

const HEIGHT = 100

/** The share that the line shows: of the level's weighted points, or of all points where the level is not measured. */
export function shareAt(replay: Replay, index: number): number {
  const point = replay.points[index]
  if (!point) return 0
  return point.scores[replay.level] ?? (point.possible > 0 ? point.earned / point.possible : 0)
}

const cutWords = { near: 'near', at: 'at the bar', above: 'above' } as const

/** The score over the minutes, on the phases; what was asked and what landed as signs below. The table beside it has the same numbers. */
export function ReplayChart({ replay, index }: { replay: Replay; index: number }) {
  const { minutes, points, phases, cuts, questions, curveballs } = replay
  const x = (minute: number) => `${Math.min(100, (minute / minutes) * 100)}%`
  // Each draft counts until the next one, so the line goes in steps.
  const steps = points.flatMap(({ from, to }, i) => {
    const y = HEIGHT * (1 - shareAt(replay, i))
    return [`${(from / minutes) * 100},${y}`, `${(to / minutes) * 100},${y}`]
  })
  const now = points[index]
  return (
    <div aria-hidden className="relative">
      <ol className="relative h-5 overflow-hidden text-xs text-faint">
        {phases.map(({ title, from, to }) =>
          from < minutes ? (
            <li
              key={title}
              className="absolute inset-y-0 truncate border-l border-line pl-1"
              style={{ left: x(from), width: `${((Math.min(to, minutes) - from) / minutes) * 100}%` }}
            >
              {title}
            </li>
          ) : null,
        )}
      </ol>
      <div className="relative h-36 border-b border-strong bg-sunken sm:h-44">
        {phases.map(({ title, from, to }, i) =>
          from < minutes && i % 2 === 1 ? (
            <div
              key={title}
              className="absolute inset-y-0 bg-raised"
              style={{ left: x(from), width: `${((Math.min(to, minutes) - from) / minutes) * 100}%` }}
            />
          ) : null,
        )}
        {(['near', 'at', 'above'] as const).map(band => (
          <div
            key={band}
            className="absolute inset-x-0 border-t border-dashed border-line text-right text-xs text-faint"
            style={{ top: `${(1 - cuts[band]) * 100}%` }}
          >
            <span className="pr-1">{cutWords[band]}</span>
          </div>
        ))}
        <svg viewBox={`0 0 100 ${HEIGHT}`} preserveAspectRatio="none" className="absolute inset-0 size-full" role="presentation">
          <polygon points={`0,${HEIGHT} ${steps.join(' ')} 100,${HEIGHT}`} className="fill-data-1" fillOpacity={0.12} />
          <polyline
            points={steps.join(' ')}
            className="fill-none stroke-data-1"
            strokeWidth={2}
            vectorEffect="non-scaling-stroke"
            strokeLinejoin="round"
          />
        </svg>
        {now ? (
          <div
            className="absolute inset-y-0 border-x border-accent bg-accent/15"
            style={{ left: x(now.from), width: `max(3px, ${((now.to - now.from) / minutes) * 100}%)` }}
          />
        ) : null}
      </div>
      <div className="relative h-6">
        {questions.map(({ minute, text }) => (
          <CircleHelp key={text} className="absolute top-0.5 size-4 -translate-x-1/2 text-info" style={{ left: x(minute) }} />
        ))}
        {curveballs.map(({ minute, text }) => (
          <Zap key={text} className="absolute top-0.5 size-4 -translate-x-1/2 text-attention" style={{ left: x(minute) }} />
        ))}
      </div>
    </div>
  )
}
