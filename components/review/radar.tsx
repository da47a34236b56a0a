import type { ScoreReport } from '#engine/rubric/score-report.ts'

const SIZE = 320
const MIDDLE = SIZE / 2
const RADIUS = 104
const RINGS = [0.25, 0.5, 0.75, 1] as const

type Axis = { readonly id: string; readonly title: string; readonly share: number | null }

/** The ten dimensions as a shape. The table beside it has the same numbers; a dimension that a drill does not measure has no corner. */
export function Radar({ report, short }: { report: ScoreReport; short: Readonly<Record<string, string>> }) {
  const axes: readonly Axis[] = report.dimensions.map(d => ({
    id: d.id,
    title: short[d.id] ?? d.title,
    share: d.possible > 0 ? d.earned / d.possible : null,
  }))
  const at = (index: number, share: number) => {
    const angle = (index / axes.length) * 2 * Math.PI - Math.PI / 2
    return { x: MIDDLE + RADIUS * share * Math.cos(angle), y: MIDDLE + RADIUS * share * Math.sin(angle) }
  }
  const path = (points: readonly { x: number; y: number }[]) =>
    points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')
  const corners = axes.flatMap(({ share }, i) => (share === null ? [] : [at(i, share)]))
  const words = axes.map(a => `${a.title} ${a.share === null ? 'not measured' : `${Math.round(a.share * 100)}%`}`).join(', ')
  return (
    <svg
      role="img"
      aria-label={`Shares of the dimensions: ${words}`}
      viewBox={`-44 24 ${SIZE + 88} ${SIZE - 48}`}
      className="mx-auto block w-full max-w-96"
    >
      {RINGS.map(ring => (
        <polygon key={ring} points={path(axes.map((_, i) => at(i, ring)))} className="fill-none stroke-line" strokeWidth={1} />
      ))}
      {axes.map((axis, i) => {
        const end = at(i, 1)
        return <line key={axis.id} x1={MIDDLE} y1={MIDDLE} x2={end.x} y2={end.y} className="stroke-line" strokeWidth={1} />
      })}
      <polygon
        points={path(corners)}
        className="fill-accent stroke-accent"
        fillOpacity={0.18}
        strokeWidth={2}
        strokeLinejoin="round"
      />
      {corners.map(({ x, y }) => (
        <circle key={`${x} ${y}`} cx={x} cy={y} r={3} className="fill-accent" />
      ))}
      {axes.map((axis, i) => {
        const { x, y } = at(i, 1.14)
        const anchor = Math.abs(x - MIDDLE) < 8 ? 'middle' : x > MIDDLE ? 'start' : 'end'
        return (
          <text key={axis.id} x={x} y={y + 4} textAnchor={anchor} fontSize={11} className="fill-quiet">
            {axis.title}
          </text>
        )
      })}
    </svg>
  )
}
