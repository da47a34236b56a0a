import { describe, expect, it } from 'vitest'
import { phasesBegun } from './phases-begun.ts'

const phase = (id: string, minutes: number, parts: string[]) => ({ id, title: id, minutes, parts, checklist: ['x'] })
const phases = [
  phase('numbers', 10, ['worksheet', 'requirements']),
  phase('architecture', 20, ['architecture', 'decisions']),
  phase('data', 20, ['data', 'decisions']),
  phase('talk', 10, []),
]
const read = (firstMinutes: Record<string, number>, minutes = 60) =>
  phasesBegun(phases, minutes, firstMinutes).map(p => `${p.id} ${p.begunAt ?? '-'} ${p.pace}`)

describe('phasesBegun', () => {
  it('takes the first record of a phase as its beginning, and one after the planned end as late', () => {
    expect(
      read({ '/worksheet': 4, '/requirements/functional/f1': 2, '/architecture/components/web': 31, '/data/0': 50 }),
    ).toEqual(['numbers 2 in time', 'architecture 31 late', 'data 50 in time'])
  })

  it('says which phases nothing was written for, and takes no part for another with a longer name', () => {
    expect(read({ '/database': 3 })).toEqual(['numbers - not begun', 'architecture - not begun', 'data - not begun'])
  })

  it('does not begin a phase by a part of an earlier one', () => {
    expect(read({ '/decisions/d1': 12 })).toEqual(['numbers - not begun', 'architecture 12 in time', 'data - not begun'])
  })

  it('stretches the plan to a sitting with extra time', () => {
    expect(read({ '/architecture/components/web': 31 }, 75)[1]).toBe('architecture 31 in time')
  })
})
