const WIDTH = 300
const HEIGHT = 110
const tones = ['stroke-data-1', 'stroke-data-2', 'stroke-data-3'] as const
const dashes = ['', '6 3', '2 3'] as const

export type PlotLine = { readonly label: string; readonly values: readonly (number | null)[] }

/** A few lines over a common axis. Decoration for the eye: whoever draws it says the same in words beside it. */
export function LinePlot({
  lines,
  low,
  high,
  log = false,
  mark,
  xLabel,
  xFrom,
  xTo,
  yMost,
  yLeast,
}: {
  lines: readonly PlotLine[]
  low: number
  high: number
  log?: boolean
  /** A place along the bottom to mark, 0 to 1. */
  mark?: number
  xLabel: string
  xFrom: string
  xTo: string
  yMost: string
  yLeast: string
}) {
  const up = (value: number) => {
    const share = log ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low)
    return HEIGHT - HEIGHT * (Number.isFinite(share) ? Math.min(1, Math.max(0, share)) : 0)
  }
  return (
    <div aria-hidden className="mt-3 text-xs text-quiet">
      <div className="num">{yMost}</div>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="h-32 w-full border-b border-l border-strong"
        role="presentation"
      >
        {mark === undefined ? null : (
          <line
            x1={mark * WIDTH}
            x2={mark * WIDTH}
            y1={0}
            y2={HEIGHT}
            className="stroke-accent"
            strokeWidth={1}
            vectorEffect="non-scaling-stroke"
          />
        )}
        {lines.map(({ label, values }, index) => (
          <polyline
            key={label}
            points={values
              .flatMap((v, i) =>
                v === null ? [] : [`${((i / Math.max(1, values.length - 1)) * WIDTH).toFixed(1)},${up(v).toFixed(1)}`],
              )
              .join(' ')}
            className={`fill-none ${tones[index % tones.length]}`}
            strokeDasharray={dashes[index % dashes.length]}
            strokeWidth={2}
            vectorEffect="non-scaling-stroke"
          />
        ))}
      </svg>
      <div className="flex justify-between gap-3">
        <span className="num">{xFrom}</span>
        <span>{xLabel}</span>
        <span className="num">{xTo}</span>
      </div>
      <div className="num sr-only">{yLeast}</div>
      <ul className="mt-1 flex flex-wrap gap-x-4">
        {lines.map(({ label }, index) => (
          <li key={label} className="flex items-center gap-1.5">
            <svg viewBox="0 0 20 4" className="h-1 w-5" role="presentation">
              <line
                x1={0}
                x2={20}
                y1={2}
                y2={2}
                className={tones[index % tones.length]}
                strokeDasharray={dashes[index % dashes.length]}
                strokeWidth={2.5}
              />
            </svg>
            {label}
          </li>
        ))}
      </ul>
    </div>
  )
}
