import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { genericCurveballsSchema } from '../rubric/generic-curveball.ts'
import { chooseGeneric } from './generic-curveballs.ts'

const { curveballs: generic } = genericCurveballsSchema.parse(parse(readFileSync('content/interview/curveballs.yaml', 'utf8')))
const own = (...aspects: ('caching' | 'cost' | 'compute')[]) =>
  aspects.map(aspect => ({ id: aspect, minute: 30, text: 'x', debrief: 'x', aspect }))

describe('chooseGeneric', () => {
  it('throws one in, at about a third of the time, and a second one in long sittings', () => {
    expect(chooseGeneric(generic, { minutes: 60, curveballs: [] }, 'a').map(c => c.minute)).toEqual([18])
    expect(chooseGeneric(generic, { minutes: 90, curveballs: [] }, 'a').map(c => c.minute)).toEqual([27, 49])
  })

  it('gives the same attempt the same one, and different attempts different ones', () => {
    const drill = { minutes: 60, curveballs: [] }
    const first = (seed: string) => chooseGeneric(generic, drill, seed)[0]?.id
    expect(first('x')).toBe(first('x'))
    const seen = new Set(Array.from({ length: 200 }, (_, n) => first(`attempt-${n}`)))
    expect(seen.size).toBe(generic.length)
  })

  it('asks nothing that the drill brings up itself, unless nothing else is left', () => {
    fc.assert(
      fc.property(fc.string(), seed => {
        const chosen = chooseGeneric(generic, { minutes: 90, curveballs: own('caching', 'cost') }, seed)
        expect(chosen.map(c => c.aspect)).not.toContain('caching')
        expect(chosen.map(c => c.aspect)).not.toContain('cost')
        expect(new Set(chosen.map(c => c.id)).size).toBe(2)
      }),
    )
    const only = generic.filter(c => c.aspect === 'cost')
    expect(chooseGeneric(only, { minutes: 60, curveballs: own('cost') }, 'a')).toHaveLength(1)
  })
})
