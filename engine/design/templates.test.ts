import { describe, expect, it } from 'vitest'
import { kinds, makeSubmission } from '#tests/factories/compiled-drill.ts'
import { parseSubmission } from './parse-submission.ts'
import { templates } from './templates.ts'

const template = (id: string) => {
  const found = templates.find(t => t.id === id)
  if (!found) throw new Error(`no template ${id}`)
  return found
}
const drawn = makeSubmission({
  requirements: { nonFunctional: [{ id: 'fast', quality: 'latency', target: '100 ms' }] },
  architecture: {
    components: [
      { id: 'user', kind: 'client' },
      { id: 'web', kind: 'service', name: 'Web' },
      { id: 'db', kind: 'relational', name: 'Orders' },
    ],
  },
  failures: [{ id: 'failure-1', component: 'db', what: 'The disk is full' }],
})

describe('templates', () => {
  it('make a record for each thing that is drawn or promised and has none', () => {
    const failures = template('failures').apply(drawn, kinds).failures
    expect(failures.map(f => [f.id, f.component, f.what])).toEqual([
      ['failure-1', 'db', 'The disk is full'],
      ['failure-2', 'web', ''],
    ])
    expect(
      template('stores')
        .apply(drawn, kinds)
        .data.map(s => s.component),
    ).toEqual(['db'])
    expect(template('alarms').apply(drawn, kinds).operations.alarms).toMatchObject([
      { objective: 'fast', signal: '', threshold: '' },
    ])
    expect(
      template('cost-lines')
        .apply(drawn, kinds)
        .cost.lines.map(l => l.item),
    ).toEqual(['Web', 'Orders'])
    expect(
      template('objectives')
        .apply(drawn, kinds)
        .requirements.nonFunctional.map(o => o.quality),
    ).toContain('availability')
  })

  it('have nothing to add a second time, but for what may come twice', () => {
    for (const { id, apply } of templates.filter(t => !t.id.startsWith('sheet-') && t.id !== 'alternatives')) {
      const once = apply(drawn, kinds)
      expect(once, id).not.toBe(drawn)
      expect(apply(once, kinds), id).toBe(once)
    }
  })

  it('go below what stands on the worksheet', () => {
    const sheet = makeSubmission({ worksheet: 'links = 100M /month\n\n' })
    expect(template('sheet-storage').apply(sheet, kinds).worksheet.split('\n').slice(0, 3)).toEqual([
      'links = 100M /month',
      '',
      expect.stringContaining('created ='),
    ])
  })

  it('make submissions that parse, also when more is drawn than a list may have', () => {
    const large = makeSubmission({
      architecture: { components: Array.from({ length: 180 }, (_, n) => ({ id: `c${n}`, kind: 'relational' })) },
    })
    for (const start of [makeSubmission(), drawn, large]) {
      const all = templates.reduce((now, { apply }) => apply(now, kinds), start)
      expect(parseSubmission(JSON.parse(JSON.stringify(all))).ok).toBe(true)
    }
  })
})
