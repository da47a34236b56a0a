import { describe, expect, it } from 'vitest'
import { kinds } from '#tests/factories/simulated-design.ts'
import { simulatePart } from './parts.ts'
import { simulateAt, simulateProblems } from './simulate.ts'

const part = simulatePart.parse({
  id: 'shop',
  title: 'A shop',
  components: [
    { id: 'users', kind: 'client' },
    { id: 'web', kind: 'service', name: 'Web', capacity: '100 /s', serviceTime: '10 ms' },
    { id: 'db', kind: 'relational', capacity: '1000 /s', serviceTime: '1 ms' },
  ],
  flows: [{ name: 'Buy', route: 'users > web > db', rate: '50 /s' }],
  tries: [{ label: 'Four web servers', component: 'web', set: { replicas: 4 } }],
  fails: ['db'],
})
const at = (load: number, tries: readonly number[] = [], failed: readonly string[] = []) =>
  simulateAt(part, kinds, { load, tries, failed })

describe('simulateAt', () => {
  it('runs the design as the simulator would, with its changes and failures', () => {
    expect(at(1).holds).toBe(true)
    expect(at(4).holds).toBe(false)
    expect(at(4).limit.breaks).toMatchObject([{ name: 'Web' }])
    expect(at(4, [0]).holds).toBe(true)
    expect(at(1, [], ['db'])).toMatchObject({ failed: ['db'], unanswered: 1 })
  })

  it('names what an author got wrong', () => {
    expect(simulateProblems(part, kinds)).toEqual([])
    expect(simulateProblems({ ...part, flows: [{ name: 'Buy', route: 'users > shop', rate: '50 /s' }] }, kinds)).toEqual([
      'a route names "shop", which is no component of it',
    ])
    expect(simulateProblems({ ...part, fails: ['cache'] }, kinds)).toEqual([
      'there is no component "cache" to change or take away',
    ])
    expect(
      simulateProblems(simulatePart.parse({ ...part, components: [...part.components, { id: 'x', kind: 'wonder' }] }), kinds),
    ).toEqual(['"x" is a "wonder", and there is no such kind'])
    expect(
      simulateProblems({ ...part, flows: [{ name: 'Buy', route: 'users > web', rate: 'many' }] }, kinds).length,
    ).toBeGreaterThan(0)
  })
})
