import { groupsOf } from '#engine/architecture/groups.ts'
import type { Submission } from '#engine/design/submission.ts'
import { box, type Places } from './places.ts'

type Rect = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

/** A labelled frame around components of one group. */
export type Frame = {
  readonly key: string
  readonly label: string
  readonly named: boolean
  readonly members: readonly string[]
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const pad = { side: 10, top: 20, bottom: 7 } as const
const union = (a: Rect, b: Rect): Rect => ({
  left: Math.min(a.left, b.left),
  top: Math.min(a.top, b.top),
  right: Math.max(a.right, b.right),
  bottom: Math.max(a.bottom, b.bottom),
})
const meets = (a: Rect, b: Rect) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

/**
 * Frames around the groups of a design as its boxes stand. A frame never holds a stranger: where one stands between, a group has two frames of
 * the same name. Components that merely state the same counts get a frame from two on; a name that was given always does.
 */
export function framesOf(
  { components }: Submission['architecture'],
  places: Places,
  height: number = box.height,
): readonly Frame[] {
  const rects = new Map<string, Rect>()
  for (const { id } of components) {
    const place = places[id]
    if (place) rects.set(id, { left: place.x, top: place.y, right: place.x + box.width, bottom: place.y + height })
  }
  return groupsOf(components).flatMap(({ label, named, members }) => {
    const own = new Set(members)
    const strangers = [...rects].flatMap(([id, rect]) => (own.has(id) ? [] : [rect]))
    const free = (rect: Rect) => !strangers.some(other => meets(rect, other))
    const placed = members.flatMap(id => {
      const rect = rects.get(id)
      return rect ? [{ rect, members: [id] }] : []
    })
    // Twice: what the first pass has grown may now reach across.
    return gather(gather(placed.toSorted(byPlace), free), free)
      .filter(cluster => named || cluster.members.length > 1)
      .map(({ rect, members: inside }) => ({
        key: `${named} ${label} ${inside[0] ?? ''}`,
        label,
        named,
        members: inside,
        x: rect.left - pad.side,
        y: rect.top - pad.top,
        width: rect.right - rect.left + 2 * pad.side,
        height: rect.bottom - rect.top + pad.top + pad.bottom,
      }))
  })
}

type Cluster = { readonly rect: Rect; readonly members: readonly string[] }
const byPlace = (a: Cluster, b: Cluster) => a.rect.left - b.rect.left || a.rect.top - b.rect.top

/** Joins each to the first that it can stand with, no stranger between. */
function gather(clusters: readonly Cluster[], free: (rect: Rect) => boolean): Cluster[] {
  const joined: Cluster[] = []
  for (const next of clusters) {
    const at = joined.findIndex(other => free(union(other.rect, next.rect)))
    const other = joined[at]
    if (other) joined[at] = { rect: union(other.rect, next.rect), members: [...other.members, ...next.members] }
    else joined.push(next)
  }
  return joined
}
