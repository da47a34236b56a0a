import { describe, expect, it } from 'vitest'
import { drillSchema, toPublicDrill } from './drill.ts'

const drill = drillSchema.parse({
  slug: 'd',
  title: 'D',
  level: 'L6',
  minutes: 60,
  summary: 's',
  phases: [{ id: 'p', title: 'P', minutes: 60, checklist: ['do'] }],
  facts: [
    { id: 'given', text: 'open fact', given: true, name: 'n', value: '3' },
    { id: 'hidden', text: 'hidden fact', asks: ['hidden'] },
  ],
  slots: [{ id: 's', ask: 'assume', unit: 'GB', reference: '50 GB', plausible: ['1 GB', '1 TB'] }],
  targets: [{ id: 't', ask: 'average', unit: '/s', formula: 'n * secretformula', tolerance: '10%', rule: 'secretrule' }],
  curveballs: [{ id: 'c', minute: 30, text: 'secretcurveball', debrief: 'secretdebrief' }],
  debrief: ['secretdebrief'],
})

describe('toPublicDrill', () => {
  it('keeps every private half back', () => {
    const shown = JSON.stringify(toPublicDrill(drill))
    for (const secret of [
      'hidden fact',
      '50 GB',
      '1 TB',
      'secretformula',
      'secretrule',
      '10%',
      'secretcurveball',
      'secretdebrief',
    ]) {
      expect(shown).not.toContain(secret)
    }
    expect(shown).toContain('open fact')
  })

  it('shows a fact once it was asked for', () => {
    expect(toPublicDrill(drill, ['hidden']).facts.map(f => f.id)).toEqual(['given', 'hidden'])
  })
})
