import { expect, it } from 'vitest'
import type { ComponentKind } from '#engine/architecture/component-kinds.ts'
import { drawRoute } from '#engine/architecture/draw-route.ts'
import { box, keepPlaces, keptPlaces, layOut, neighbour, placeAll } from './places.ts'
import { blanks } from './quick-add.ts'
import { tidy } from './tidy.ts'

const kind = (id: string, category: ComponentKind['category']): ComponentKind => ({
  id,
  label: id,
  category,
  purpose: id,
  aliases: [],
  stateful: false,
  managed: false,
})
const kinds = [
  kind('client', 'client'),
  kind('web', 'compute'),
  kind('cache', 'cache'),
  kind('db', 'store'),
  kind('queue', 'messaging'),
]
const empty = { components: [], links: [], flows: [] }
const draw = (text: string, from: Parameters<typeof drawRoute>[0] = empty) => drawRoute(from, text, kinds, blanks).architecture
const design = draw('client > web > cache > db')

const overlapping = (places: Record<string, { x: number; y: number }>) => {
  const all = Object.values(places)
  return all.some((a, i) => all.slice(i + 1).some(b => Math.abs(a.x - b.x) < box.width && Math.abs(a.y - b.y) < box.height))
}

it('lays out by depth from the client, without overlaps', () => {
  const places = layOut(design, kinds)
  expect(places.client?.x).toBe(0)
  expect(places.web?.x).toBeGreaterThan(places.client?.x ?? 0)
  expect(places.cache?.x).toBe(places.db?.x)
  expect(overlapping(places)).toBe(false)
})

it('lays out a circle of calls, and 200 components', () => {
  const circle = draw('web > queue > web > db > web')
  expect(Object.keys(layOut(circle, kinds))).toHaveLength(3)
  const many = draw(Array.from({ length: 200 }, (_, n) => `part ${n}`).join(' > '))
  expect(Object.keys(layOut(many, kinds))).toHaveLength(200)
  expect(overlapping(layOut(many, kinds))).toBe(false)
})

it('leaves what has a place where it is and puts a new one beside its caller', () => {
  const places = placeAll(design, kinds, {})
  const next = placeAll(draw('web >> queue', design), kinds, places)
  expect(next).toMatchObject(places)
  expect(next.queue?.x).toBe(places.db?.x)
  expect(overlapping({ ...next })).toBe(false)
  expect(placeAll(design, kinds, places)).toBe(places)
})

it('walks along the links by arrow keys', () => {
  const places = layOut(design, kinds)
  expect(neighbour(design, places, 'client', 'ArrowRight')).toBe('web')
  expect(neighbour(design, places, 'db', 'ArrowLeft')).toBe('web')
  expect(neighbour(design, places, 'cache', 'ArrowDown')).toBe('db')
  expect(neighbour(design, places, 'db', 'ArrowUp')).toBe('cache')
  expect(neighbour(design, places, 'client', 'ArrowLeft')).toBeUndefined()
})

it('keeps the places of what is there in this browser, and reads nonsense as none', () => {
  keepPlaces('a', { ...layOut(design, kinds), gone: { x: 1, y: 1 } }, design)
  expect(keptPlaces('a')).toEqual(layOut(design, kinds))
  localStorage.setItem('tenfold:places:b', '{"web":"here","db":[1,null]')
  expect(keptPlaces('b')).toEqual({})
  localStorage.setItem('tenfold:places:b', '{"web":"here","db":[1,null],"cache":[3,4]}')
  expect(keptPlaces('b')).toEqual({ cache: { x: 3, y: 4 } })
})

it('arranges without overlaps', () => {
  const places = tidy(draw('web >> queue', design))
  expect(Object.keys(places)).toHaveLength(5)
  expect(overlapping({ ...places })).toBe(false)
})
