import type { ComponentKind } from '#engine/architecture/component-kinds.ts'
import type { Submission } from '#engine/design/submission.ts'

type Architecture = Submission['architecture']

/** Where the top left corner of a component stands, in the canvas's own pixels. */
export type Place = { readonly x: number; readonly y: number }
export type Places = Readonly<Record<string, Place>>

/**
 * Every component is drawn at this size, so that nothing needs measuring. While the design runs, a box grows downwards to `tall` for its
 * figures; the layout leaves room for that from the start, so that nothing moves when it does.
 */
export const box = { width: 168, height: 58, tall: 114 } as const
const step = { x: box.width + 44, y: box.tall + 30 } as const

/** Columns that stand side by side before a layout goes on below, as a line of writing does: a long chain stays legible. */
export const columnsFor = (components: number) => Math.max(4, Math.ceil(Math.sqrt(components * 1.5)))

/**
 * Columns of components in bands of `wide`, every second one from right to left, so that the last of one band stands above the first of
 * the next. `ys` are relative to the band.
 */
export function intoBands(
  columns: readonly (readonly string[])[],
  wide: number,
  ysOf: (band: readonly (readonly string[])[]) => Readonly<Record<string, number>>,
): Places {
  const places: Record<string, Place> = {}
  let top = 0
  for (let from = 0; from < columns.length; from += wide) {
    const band = columns.slice(from, from + wide)
    const ys = ysOf(band)
    const all = Object.values(ys)
    const low = all.reduce((least, y) => Math.min(least, y), all[0] ?? 0)
    const back = (from / wide) % 2 === 1
    for (const [i, ids] of band.entries())
      for (const id of ids) places[id] = { x: (back ? wide - 1 - i : i) * step.x, y: Math.round((ys[id] ?? 0) - low + top) }
    top += all.reduce((most, y) => Math.max(most, y), low) - low + step.y
  }
  return places
}

/** Columns by how many calls lie between a component and its client: the longest way counts, and calls back are passed over. */
function toColumns({ components, links }: Architecture, kinds: readonly ComponentKind[]): readonly (readonly string[])[] {
  const clients = new Set(kinds.filter(k => k.category === 'client').map(k => k.id))
  const calls = new Map(components.map(c => [c.id, links.filter(l => l.from === c.id).map(l => l.to)]))
  const called = new Set(links.map(l => l.to))
  const depth = new Map<string, number>()
  const onPath = new Set<string>()
  const order: string[] = []
  const seen = new Set<string>()
  const kept: (readonly [string, string])[] = []
  const walk = (id: string) => {
    seen.add(id)
    onPath.add(id)
    for (const to of calls.get(id) ?? []) {
      if (!calls.has(to) || onPath.has(to)) continue
      kept.push([id, to])
      if (!seen.has(to)) walk(to)
    }
    onPath.delete(id)
    order.unshift(id)
  }
  const roots = components.filter(c => clients.has(c.kind))
  for (const { id } of [...roots, ...components.filter(c => !called.has(c.id)), ...components]) if (!seen.has(id)) walk(id)
  for (const id of order) {
    const before = depth.get(id) ?? 0
    depth.set(id, before)
    for (const [from, to] of kept) if (from === id) depth.set(to, Math.max(depth.get(to) ?? 0, before + 1))
  }
  const columns: string[][] = []
  for (const { id } of components) {
    const at = depth.get(id) ?? 0
    while (columns.length <= at) columns.push([])
    columns[at]?.push(id)
  }
  return columns
}

/** Places every component: columns by depth from the clients, in bands, each component beside the mean of those that call it. */
export function layOut(architecture: Architecture, kinds: readonly ComponentKind[]): Places {
  return intoBands(toColumns(architecture, kinds), columnsFor(architecture.components.length), band => {
    const ys: Record<string, number> = {}
    for (const ids of band) {
      const wish = (id: string) => {
        const above = architecture.links.flatMap(l => (l.to === id ? [ys[l.from] ?? []].flat() : []))
        return above.length > 0 ? above.reduce((a, b) => a + b, 0) / above.length : 0
      }
      const sorted = ids.map(id => ({ id, y: wish(id) })).sort((a, b) => a.y - b.y)
      const centre = sorted.reduce((sum, s) => sum + s.y, 0) / Math.max(1, sorted.length)
      for (const [row, { id }] of sorted.entries()) ys[id] = centre + (row - (sorted.length - 1) / 2) * step.y
    }
    return ys
  })
}

const overlaps = (a: Place, b: Place) => Math.abs(a.x - b.x) < box.width + 16 && Math.abs(a.y - b.y) < box.tall + 16

/**
 * Places what has no place yet: everything when nothing has one; else each new component right of the first that calls it (below it at
 * the right end), at the first free spot downwards. What has a place keeps it, so that nothing moves under the hand.
 */
export function placeAll(architecture: Architecture, kinds: readonly ComponentKind[], places: Places): Places {
  const missing = architecture.components.filter(c => !places[c.id])
  if (missing.length === 0) return places
  if (missing.length === architecture.components.length) return { ...places, ...layOut(architecture, kinds) }
  const next: Record<string, Place> = { ...places }
  const here = () => architecture.components.flatMap(c => next[c.id] ?? [])
  for (const { id } of missing) {
    const caller = architecture.links.find(l => l.to === id && next[l.from])
    const callee = architecture.links.find(l => l.from === id && next[l.to])
    const from = caller && next[caller.from]
    const to = callee && next[callee.to]
    const taken = here()
    const lowest = taken.reduce((y, p) => Math.max(y, p.y), 0)
    const leftmost = taken.reduce((x, p) => Math.min(x, p.x), taken[0]?.x ?? 0)
    const last = leftmost + (columnsFor(architecture.components.length) - 1) * step.x
    let spot =
      from && from.x + step.x > last
        ? { x: from.x, y: from.y + step.y }
        : from
          ? { x: from.x + step.x, y: from.y }
          : to
            ? { x: to.x - step.x, y: to.y }
            : { x: leftmost, y: lowest + step.y }
    while (taken.some(p => overlaps(p, spot))) spot = { x: spot.x, y: spot.y + step.y / 2 }
    next[id] = spot
  }
  return next
}

/** The component that an arrow key leads to from `id`: along a call where one runs that way, else the nearest on that side. */
export function neighbour(architecture: Architecture, places: Places, id: string, key: string): string | undefined {
  const here = places[id]
  if (!here) return undefined
  const callees = architecture.links.filter(l => l.from === id).map(l => l.to)
  const callers = architecture.links.filter(l => l.to === id).map(l => l.from)
  const near = (ids: readonly string[], on: (dx: number, dy: number) => boolean) => {
    const found = ids.flatMap(other => {
      const p = places[other]
      if (!p || other === id) return []
      const [dx, dy] = [p.x - here.x, p.y - here.y]
      return on(dx, dy) ? [{ other, far: Math.hypot(dx, dy) }] : []
    })
    return found.sort((a, b) => a.far - b.far)[0]?.other
  }
  const all = architecture.components.map(c => c.id)
  const linked = [...callees, ...callers]
  switch (key) {
    case 'ArrowRight':
      return near(callees, () => true) ?? near(linked, dx => dx > 0) ?? near(all, (dx, dy) => dx > Math.abs(dy))
    case 'ArrowLeft':
      return near(callers, () => true) ?? near(linked, dx => dx < 0) ?? near(all, (dx, dy) => -dx > Math.abs(dy))
    case 'ArrowDown':
      return near(all, (dx, dy) => dy > Math.abs(dx)) ?? near(all, (_, dy) => dy > 0)
    case 'ArrowUp':
      return near(all, (dx, dy) => -dy > Math.abs(dx)) ?? near(all, (_, dy) => dy < 0)
    default:
      return undefined
  }
}

const storageKey = (key: string) => `tenfold:places:${key}`

/** The places that this browser kept for an attempt. What cannot be read counts as none. */
export function keptPlaces(key: string): Places {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey(key)) ?? '{}')
    if (typeof kept !== 'object' || kept === null) return {}
    const entries = Object.entries(kept).flatMap(([id, place]: [string, unknown]) =>
      Array.isArray(place) && Number.isFinite(place[0]) && Number.isFinite(place[1])
        ? [[id, { x: Number(place[0]), y: Number(place[1]) }] as const]
        : [],
    )
    return Object.fromEntries(entries)
  } catch {
    return {}
  }
}

/** Keeps the places of the components that are there; a full or forbidden store costs the places, not the design. */
export function keepPlaces(key: string, places: Places, architecture: Architecture): void {
  try {
    const kept = architecture.components.flatMap(({ id }) => {
      const place = places[id]
      return place ? [[id, [Math.round(place.x), Math.round(place.y)]] as const] : []
    })
    localStorage.setItem(storageKey(key), JSON.stringify(Object.fromEntries(kept)))
  } catch {
    // The canvas lays the design out afresh the next time.
  }
}
