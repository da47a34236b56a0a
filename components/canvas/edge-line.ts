import { box, type Place } from './places.ts'

/**
 * A curve between two boxes, from the sides that face each other. The screen and the exported picture draw the same one. `bottom` is how
 * far a box reaches down: a box with figures is taller, and its lines still come to its name.
 */
export function edgeLine(
  from: Place,
  to: Place,
  bottom: number = box.height,
): { readonly path: string; readonly x: number; readonly y: number } {
  const { width, height } = box
  const dy = to.y - from.y
  if (Math.abs(to.x - from.x) < width / 2 && Math.abs(dy) > box.tall * 1.6) return aside(from, to)
  if (Math.abs(dy) < height && Math.abs(to.x - from.x) > width * 2) return above(from, to)
  const right = to.x - (from.x + width)
  const left = from.x - (to.x + width)
  if (right >= 16 || left >= 16) {
    const way = right >= 16 ? 1 : -1
    const [x1, x2] = way > 0 ? [from.x + width, to.x] : [from.x, to.x + width]
    const [y1, y2] = [from.y + height / 2, to.y + height / 2]
    const bend = (Math.max(24, Math.abs(x2 - x1) / 2) * way) | 0
    return { path: `M${x1},${y1}C${x1 + bend},${y1} ${x2 - bend},${y2} ${x2},${y2}`, x: (x1 + x2) / 2, y: (y1 + y2) / 2 }
  }
  const way = to.y >= from.y ? 1 : -1
  const [x1, x2] = [from.x + width / 2, to.x + width / 2]
  const [y1, y2] = way > 0 ? [from.y + bottom, to.y] : [from.y, to.y + bottom]
  const bend = Math.max(12, Math.abs(y2 - y1) / 2) * way
  return { path: `M${x1},${y1}C${x1},${y1 + bend} ${x2},${y2 - bend} ${x2},${y2}`, x: (x1 + x2) / 2, y: (y1 + y2) / 2 }
}

/** Past the boxes between, on their right: straight down it would look like a call of each to the next. */
function aside(from: Place, to: Place) {
  const { width, height } = box
  const [y1, y2] = [from.y + height / 2, to.y + height / 2]
  const [x1, x2] = [from.x + width, to.x + width]
  const out = Math.round(Math.max(x1, x2) + 22 + Math.abs(y2 - y1) * 0.09)
  return { path: `M${x1},${y1}C${out},${y1} ${out},${y2} ${x2},${y2}`, x: out - 12, y: (y1 + y2) / 2 }
}

/** Over the boxes between, from top to top. */
function above(from: Place, to: Place) {
  const [x1, x2] = [from.x + box.width / 2, to.x + box.width / 2]
  const over = Math.round(Math.min(from.y, to.y) - 18 - Math.abs(x2 - x1) * 0.05)
  return { path: `M${x1},${from.y}C${x1},${over} ${x2},${over} ${x2},${to.y}`, x: (x1 + x2) / 2, y: over + 8 }
}
