import { createHash } from 'node:crypto'
import { parseMermaid, renderMermaidSVG } from 'beautiful-mermaid'

export type Drawn =
  | { readonly ok: true; readonly svg: string; readonly says: string }
  | { readonly ok: false; readonly message: string }

/**
 * Draws mermaid source as an SVG for the page it stands on: no style sheet, font or colour of its own (lesson.css gives it the theme's),
 * ids of its own, and its title and connections as text for those who do not see it.
 */
export function drawDiagram(source: string, title: string): Drawn {
  try {
    const svg = renderMermaidSVG(source, { transparent: true, font: 'inherit', padding: 16 })
    const says = describe(source)
    return { ok: true, svg: dress(svg, title, says), says }
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) }
  }
}

/** Words of 13 px stay at 9 px. */
const SMALLEST = 0.7

const escapeText = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/** Shrinks to the column as long as its words can be read; what is wider than that scrolls. */
function sizeOf(svg: string): string {
  const width = Number(/<svg [^>]*?\bwidth="([\d.]+)"/.exec(svg)?.[1] ?? 0)
  return `max-width:100%;height:auto;min-width:${Math.round(width * SMALLEST)}px`
}

function dress(svg: string, title: string, says: string): string {
  const id = `d${createHash('sha256').update(svg).update(title).digest('hex').slice(0, 8)}`
  return svg
    .replace(/<style>[\s\S]*?<\/style>\s*/, '')
    .replace(
      /<svg ([^>]*?) style="[^"]*">/,
      `<svg $1 style="${sizeOf(svg)}" role="img" aria-labelledby="${id}-title ${id}-desc">`,
    )
    .replace(
      /(<svg [^>]*>)/,
      `$1<title id="${id}-title">${escapeText(title)}</title><desc id="${id}-desc">${escapeText(says)}</desc>`,
    )
    .replace(/id="(arrowhead[^"]*)"/g, `id="${id}-$1"`)
    .replace(/url\(#(arrowhead[^)]*)\)/g, `url(#${id}-$1)`)
    .replace(/\d+\.\d{3,}/g, number => String(Math.round(Number(number) * 100) / 100))
    .replace(/\n\s*/g, '')
}

/** The arrows of a flowchart in words; empty for other kinds of diagram. */
function describe(source: string): string {
  if (!/^\s*(graph|flowchart)\b/.test(source)) return ''
  const graph = parseMermaid(source)
  const name = (id: string) =>
    (graph.nodes.get(id)?.label ?? graph.subgraphs.find(g => g.id === id)?.label ?? id).replace(/<br\s*\/?>/g, ' ')
  return graph.edges.map(edge => `${name(edge.source)} to ${name(edge.target)}${edge.label ? ` (${edge.label})` : ''}`).join('; ')
}
