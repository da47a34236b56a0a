import { describe, expect, it } from 'vitest'
import { makeDrill } from '#tests/factories/compiled-drill.ts'
import { interviewerPack } from './pack.ts'
import { probeRules } from './probes.ts'

const drill = makeDrill([], {
  minutes: 60,
  phases: [
    { id: 'numbers', title: 'Numbers', minutes: 10, checklist: ['Ask first'] },
    { id: 'design', title: 'Design', minutes: 50, checklist: ['Draw one path', 'Say who waits'] },
  ],
  curveballs: [
    { id: 'late', minute: 40, text: 'It is ten times as many.', debrief: 'The store goes first.' },
    { id: 'early', minute: 20, text: 'One key is famous.', debrief: 'A copy in each server.' },
  ],
})

describe('interviewerPack', () => {
  const pack = interviewerPack(drill)

  it('gives the phases their minutes and their prompts', () => {
    expect(pack.phases).toEqual([
      { id: 'numbers', title: 'Numbers', from: 0, until: 10, prompts: ['Ask first'] },
      { id: 'design', title: 'Design', from: 10, until: 60, prompts: ['Draw one path', 'Say who waits'] },
    ])
  })

  it('parts what is said at the start from what is answered when asked', () => {
    expect(pack.given.map(f => f.answer)).toEqual(['100M a month', '500 bytes'])
    expect(pack.bank).toEqual([{ id: 'hidden', asked: ['retention'], answer: 'kept five years' }])
  })

  it('has every probe once, none before the interviewer speaks nor in the last minutes', () => {
    expect(pack.probes.map(p => p.id).sort()).toEqual(probeRules.map(r => r.id).sort())
    expect(pack.probes.every(p => p.from >= 4 && p.from < p.until && p.until <= 55)).toBe(true)
    expect(pack.probes.map(p => p.from)).toEqual(pack.probes.map(p => p.from).sort((a, b) => a - b))
  })

  it('has the curveballs in order of time, with what a strong answer does, and the nemesis at its minute', () => {
    expect(pack.curveballs.map(c => [c.minute, c.strong])).toEqual([
      [20, 'A copy in each server.'],
      [40, 'The store goes first.'],
    ])
    expect(pack.nemesis.minute).toBe(42)
  })

  it('has the ten dimensions on its sheet', () => {
    expect(pack.sheet).toHaveLength(10)
  })
})
