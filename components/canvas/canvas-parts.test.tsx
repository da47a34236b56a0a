import { describe, expect, it } from 'vitest'
import { framesOf } from './frames.ts'
import { begin, redo, step, undo } from './history.ts'
import { layOut } from './places.ts'
import { quickAdd } from './quick-add.ts'
import { toSvg } from './to-svg.ts'

const colours = { paper: '#fff', raised: '#fff', strong: '#888', ink: '#000', quiet: '#444' }
const empty = { components: [], links: [], flows: [] }
const add = (typed: string, from: Parameters<typeof quickAdd>[0] = empty, selected?: string) => {
  const added = quickAdd(from, typed, [], selected)
  if (!added.ok) throw new Error(added.message)
  return added
}

describe('history', () => {
  it('goes back and forth, and forgets what was undone when something new is done', () => {
    const three = step(step(begin(1), 2), 3)
    expect(undo(three).now).toBe(2)
    expect(redo(undo(three)).now).toBe(3)
    expect(redo(step(undo(three), 4)).now).toBe(4)
    expect(undo(begin(1)).now).toBe(1)
  })

  it('joins what is typed into one field into one step', () => {
    const typed = step(step(step(begin('a'), 'ab', 'name'), 'abc', 'name'), 'abcd', 'kind')
    expect(undo(typed).now).toBe('abc')
    expect(undo(undo(typed)).now).toBe('a')
  })
})

describe('quickAdd', () => {
  it('draws a name, a route, a route from what is selected, and a flow', () => {
    const one = add('redis')
    expect(one.said).toBe('Added 1 component')
    const routed = add('> db', add('web').architecture, 'web')
    expect(routed.architecture.links[0]).toMatchObject({ from: 'web', to: 'db' })
    const flow = add('Read: client > web >> queue')
    expect(flow.said).toBe('Added 3 components, 2 links, 1 flow')
    expect(flow.architecture.flows[0]).toMatchObject({ id: 'flow-1', name: 'Read', route: ['client', 'web', 'queue'] })
    expect(add('Read: client > web', flow.architecture).architecture.flows).toHaveLength(1)
    expect(add('web', flow.architecture).said).toBe('It is drawn already')
  })

  it('refuses with a mend', () => {
    expect(quickAdd(empty, ' > ', [], undefined)).toEqual({
      ok: false,
      message: 'Type a name such as redis, or a route such as client > web > db.',
    })
    expect(quickAdd(empty, 'x'.repeat(201), [], undefined).ok).toBe(false)
    expect(quickAdd(empty, Array.from({ length: 201 }, (_, n) => `p${n}`).join('>'), [], undefined).ok).toBe(false)
  })
})

describe('framesOf', () => {
  const at = (ids: readonly string[]) => Object.fromEntries(ids.map((id, i) => [id, { x: i * 212, y: 0 }]))
  const grouped = (groups: Readonly<Record<string, string>>) => {
    const { architecture } = add('a > b > c > d')
    return { ...architecture, components: architecture.components.map(c => ({ ...c, group: groups[c.id] })) }
  }
  const around = (design: ReturnType<typeof grouped>, places = at(['a', 'b', 'c', 'd'])) =>
    framesOf(design, places).map(f => `${f.label}: ${f.members.join()}`)

  it('puts one frame around a group that stands together, and never one around a stranger', () => {
    expect(around(grouped({ b: 'eu', c: 'eu' }))).toEqual(['eu: b,c'])
    expect(around(grouped({ a: 'eu', b: 'us', c: 'eu', d: 'eu' }))).toEqual(['eu: a', 'eu: c,d', 'us: b'])
  })

  it('frames what states the same zones, from two on', () => {
    const design = grouped({ d: 'eu' })
    const zoned = (ids: readonly string[]) => ({
      ...design,
      components: design.components.map(c => (ids.includes(c.id) ? { ...c, zones: 3 } : c)),
    })
    expect(around(zoned(['a']))).toEqual(['eu: d'])
    expect(around(zoned(['a', 'b']))).toEqual(['3 zones: a,b', 'eu: d'])
  })

  it('is drawn in the picture, with its name as text', () => {
    const { svg } = toSvg(grouped({ a: '<b>"&' }), [], at(['a', 'b', 'c', 'd']), colours)
    expect(svg).toContain('>&lt;b&gt;&quot;&amp;</text>')
    expect(new DOMParser().parseFromString(svg, 'image/svg+xml').querySelector('parsererror')).toBeNull()
  })
})

describe('toSvg', () => {
  it('draws every component and link as well-formed XML, whatever the names', () => {
    const { architecture } = add('<script>alert("&")</script')
    const { architecture: two } = add('client >> web\u0001\u0007', architecture)
    const { svg } = toSvg(two, [], layOut(two, []), colours)
    expect(svg).not.toContain('<script')
    expect([...svg].some(sign => sign < ' ' && sign !== '\n')).toBe(false)
    expect(svg.match(/<rect/g)).toHaveLength(1 + two.components.length)
    expect(svg).toContain('stroke-dasharray')
    expect(new DOMParser().parseFromString(svg, 'image/svg+xml').querySelector('parsererror')).toBeNull()
  })

  it('draws an empty design as an empty sheet', () => {
    expect(toSvg(empty, [], {}, colours).svg).toMatch(/0 components/)
  })
})
