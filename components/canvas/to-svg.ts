import type { ComponentKind } from '#engine/architecture/component-kinds.ts'
import type { Submission } from '#engine/design/submission.ts'
import { edgeLine } from './edge-line.ts'
import { framesOf } from './frames.ts'
import { linkWords, sizeWords } from './part-words.ts'
import { box, type Places } from './places.ts'

export type Palette = Readonly<Record<'paper' | 'raised' | 'strong' | 'ink' | 'quiet', string>>

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
// Control characters have no place in XML at all.
const text = (value: string) => value.replace(/[^\P{Cc}\t\n]/gu, '').replace(/[&<>"]/g, sign => signs[sign] ?? sign)
const shorten = (value: string, most: number) => (value.length > most ? `${value.slice(0, most - 1)}…` : value)

/** Draws a design as one SVG document that needs nothing from outside. Components without a place are left out. */
export function toSvg(
  architecture: Submission['architecture'],
  kinds: readonly ComponentKind[],
  places: Places,
  colours: Palette,
): { readonly svg: string; readonly width: number; readonly height: number } {
  const margin = 24
  const placed = architecture.components.flatMap(c => {
    const place = places[c.id]
    return place ? [{ c, place }] : []
  })
  const frames = framesOf(architecture, places)
  const minX = Math.min(0, ...placed.map(p => p.place.x), ...frames.map(f => f.x)) - margin
  const low = placed.length > 0 ? Math.min(...placed.map(p => p.place.y), ...frames.map(f => f.y)) : 0
  const minY = low - margin
  const width = Math.max(box.width, ...placed.map(p => p.place.x + box.width), ...frames.map(f => f.x + f.width)) + margin - minX
  const height =
    Math.max(low + box.height, ...placed.map(p => p.place.y + box.height), ...frames.map(f => f.y + f.height)) + margin - minY
  const label = new Map(kinds.map(k => [k.id, k.label]))
  const drawn = architecture.links.flatMap(link => {
    const [from, to] = [places[link.from], places[link.to]]
    return from && to ? [{ link, ...edgeLine(from, to) }] : []
  })
  const around = frames.flatMap(f => [
    `<path d="M${f.x},${f.y}h${f.width}v${f.height}h${-f.width}z" fill="none" stroke="${colours.strong}" stroke-dasharray="${f.named ? '0' : '3 3'}"/>`,
    `<text x="${f.x + 8}" y="${f.y + 13}" font-size="10.5" font-weight="600" fill="${colours.quiet}">${text(shorten(f.label, Math.floor(f.width / 6)))}</text>`,
  ])
  const lines = drawn.map(
    ({ link, path }) =>
      `<path d="${path}" fill="none" stroke="${colours.strong}" stroke-width="1.5"${link.mode === 'async' ? ' stroke-dasharray="6 4"' : ''} marker-end="url(#to)"/>`,
  )
  const words = drawn.flatMap(({ link, x, y }) =>
    linkWords(link) === ''
      ? []
      : `<text x="${x}" y="${y - 5}" text-anchor="middle" font-size="10.5" fill="${colours.quiet}" stroke="${colours.paper}" stroke-width="4" paint-order="stroke">${text(shorten(linkWords(link), 24))}</text>`,
  )
  const boxes = placed.flatMap(({ c, place: { x, y } }) => {
    const size = sizeWords(c)
    return [
      `<rect x="${x}" y="${y}" width="${box.width}" height="${box.height}" rx="6" fill="${colours.raised}" stroke="${colours.strong}"/>`,
      `<text x="${x + 12}" y="${y + 24}" font-size="13" font-weight="600" fill="${colours.ink}">${text(shorten(c.name || c.id, 17))}</text>`,
      `<text x="${x + 12}" y="${y + 42}" font-size="11" fill="${colours.quiet}">${text(shorten([label.get(c.kind) ?? 'kind not chosen', size].filter(Boolean).join(' · '), 23))}</text>`,
    ]
  })
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${minX} ${minY} ${width} ${height}" font-family="'IBM Plex Sans', system-ui, sans-serif">`,
    `<title>Architecture: ${architecture.components.length} components, ${architecture.links.length} links</title>`,
    `<defs><marker id="to" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto-start-reverse" markerUnits="userSpaceOnUse"><path d="M0 0L8 4L0 8z" fill="${colours.strong}"/></marker></defs>`,
    `<rect x="${minX}" y="${minY}" width="${width}" height="${height}" fill="${colours.paper}"/>`,
    ...around,
    ...lines,
    ...boxes,
    ...words,
    '</svg>',
  ]
  return { svg: svg.filter(Boolean).join('\n'), width, height }
}
