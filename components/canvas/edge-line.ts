import { box, type Place } from './places.ts'

/** A curve between two boxes, from the sides that face each other. The screen and the exported picture draw the same one. */
export function edgeLine(from: Place, to: Place): { readonly path: string; readonly x: number; readonly y: number } {
  const { width, height } = box
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
  const [y1, y2] = way > 0 ? [from.y + height, to.y] : [from.y, to.y + height]
  const bend = Math.max(12, Math.abs(y2 - y1) / 2) * way
  return { path: `M${x1},${y1}C${x1},${y1 + bend} ${x2},${y2 - bend} ${x2},${y2}`, x: (x1 + x2) / 2, y: (y1 + y2) / 2 }
}
