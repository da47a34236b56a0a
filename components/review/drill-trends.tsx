const WIDTH = 96
const HEIGHT = 24

type Trend = { readonly slug: string; readonly title: string; readonly scores: readonly number[] }
const percent = (share: number) => `${Math.round(share * 100)}%`

/** The scores of each drill that was sat more than once, oldest first, as a small line and in numbers. */
export function DrillTrends({ trends }: { trends: readonly Trend[] }) {
  return (
    <ul aria-label="Trend by drill" className="mb-6">
      {trends.map(({ slug, title, scores }) => (
        <li key={slug} className="flex items-center gap-3 border-b border-line py-1.5 text-sm">
          <span className="min-w-0 flex-1 truncate">{title}</span>
          <Line scores={scores} />
          <span className="num text-right whitespace-nowrap text-quiet">
            {percent(scores[0] ?? 0)} → <span className="text-ink">{percent(scores.at(-1) ?? 0)}</span>
            <span className="sr-only"> over {scores.length} attempts</span>
          </span>
        </li>
      ))}
    </ul>
  )
}

function Line({ scores }: { scores: readonly number[] }) {
  const at = (score: number, index: number) => ({
    x: 3 + (index / Math.max(1, scores.length - 1)) * (WIDTH - 6),
    y: HEIGHT - 3 - score * (HEIGHT - 6),
  })
  const points = scores.map(at)
  const last = points.at(-1)
  return (
    <svg aria-hidden viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="h-6 w-24 shrink-0">
      <line x1={0} x2={WIDTH} y1={HEIGHT - 3} y2={HEIGHT - 3} className="stroke-line" />
      <polyline
        points={points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')}
        className="fill-none stroke-data-1"
        strokeWidth={1.5}
      />
      {last ? <circle cx={last.x} cy={last.y} r={2.5} className="fill-data-1" /> : null}
    </svg>
  )
}
