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

/**
 * A chart, drawn on the server by Observable Plot: no script reaches the browser. `says` is what it shows, in a sentence; its numbers stand in a table
 * beside it. Labels come from us and from drills; Plot writes them as text nodes, so nothing in them is markup.
 */
export function Chart({ says, options }: { says: string; options: Plot.PlotOptions }) {
  const { document } = parseHTML('<!doctype html><html><body></body></html>')
  const drawn = Plot.plot({
    width: 640,
    height: 220,
    marginLeft: 48,
    ...options,
    document,
    className: 'tenfold-plot',
    style: { background: 'transparent', color: tones.quiet, fontFamily: 'inherit', fontSize: '12px', overflow: 'visible' },
  })
  drawn.querySelector('style')?.remove()
  drawn.removeAttribute('width')
  drawn.removeAttribute('height')
  drawn.setAttribute('aria-hidden', 'true')
  return (
    <figure>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by us on the server; labels are text nodes, tested with markup in them */}
      <div className="progress-chart" dangerouslySetInnerHTML={{ __html: drawn.outerHTML }} />
      <figcaption className="mt-1 text-sm">{says}</figcaption>
    </figure>
  )
}
