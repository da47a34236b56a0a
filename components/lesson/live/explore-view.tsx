import { type Explored, PLACES } from '#engine/lesson/live/explore.ts'
import { BarRow } from './controls.tsx'
import { LinePlot } from './line-plot.tsx'

/** What an exploration shows at one setting: a sentence, the lines, and the plot. */
export function ExploreView({ explored }: { explored: Explored }) {
  const { lines, plot, says } = explored
  return (
    <>
      <p role="status" className="mt-3 text-sm">
        {says}
      </p>
      <table className="mt-2 w-full text-sm">
        <tbody>
          {lines.map(({ name, label, text, share }) => (
            <BarRow key={name} label={label} text={text} share={share} />
          ))}
        </tbody>
      </table>
      {plot ? (
        <LinePlot
          lines={plot.series}
          low={plot.low}
          high={plot.high}
          log={plot.log}
          mark={plot.place / PLACES}
          xLabel={plot.x}
          xFrom={plot.from}
          xTo={plot.to}
          yMost={plot.most}
          yLeast={plot.least}
        />
      ) : null}
    </>
  )
}
