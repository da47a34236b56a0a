import * as Plot from '@observablehq/plot'
import { parseHTML } from 'linkedom'

/** The colours are the theme's, so that one drawing serves light and dark. */
export const tones = {
  first: 'var(--data-1)',
  second: 'var(--data-2)',
  third: 'var(--data-3)',
  quiet: 'var(--quiet)',
  line: 'var(--line)',
  ink: 'var(--ink)',
} as const

/** On a telephone a drawing is as wide as this, so that its letters keep their size. */
const NARROW = 350

/** The axis of names on the left of a narrow drawing: long ones take two lines. */
export const narrowNames = () => Plot.axisY({ label: null, lineWidth: 11.5, tickSize: 0 })

function draw(options: Plot.PlotOptions): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>')
  const drawn = Plot.plot({
    width: 640,
    height: 220,
    marginLeft: 48,
    // The name of the axis stands below its numbers.
    marginBottom: 44,
    ...options,
    x: { labelOffset: 38, ...options.x },
    document,
    className: 'tenfold-plot',
    style: { background: 'transparent', color: tones.quiet, fontFamily: 'inherit', fontSize: '12px', overflow: 'visible' },
  })
  drawn.querySelector('style')?.remove()
  drawn.removeAttribute('width')
  drawn.removeAttribute('height')
  drawn.setAttribute('aria-hidden', 'true')
  return drawn.outerHTML
}

/**
 * A chart, drawn on the server by Observable Plot: no script reaches the browser. `says` is what it shows, in a sentence; its numbers stand in a table
 * beside it. `narrow` is what is otherwise on a telephone. Labels come from us and from drills; Plot writes them as text nodes, so nothing in them is
 * markup.
 */
export function Chart({ says, options, narrow }: { says: string; options: Plot.PlotOptions; narrow?: Plot.PlotOptions }) {
  return (
    <figure>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by us on the server; labels are text nodes, tested with markup in them */}
      <div className="progress-chart max-sm:hidden" dangerouslySetInnerHTML={{ __html: draw(options) }} />
      <div
        className="progress-chart sm:hidden"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: as above
        dangerouslySetInnerHTML={{ __html: draw({ ...options, width: NARROW, ...narrow }) }}
      />
      <figcaption className="mt-1 text-sm">{says}</figcaption>
    </figure>
  )
}
