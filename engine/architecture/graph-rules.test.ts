import { describe, expect, it } from 'vitest'
import { kinds, makeSubmission } from '#tests/factories/compiled-drill.ts'
import { evaluateExpression } from '../worksheet/worksheet.ts'
import { toGraph } from './graph.ts'
import { checkGraph, graphRules } from './graph-rules.ts'

const check = (parts: object) => {
  const submission = makeSubmission(parts)
  const read = (text: string) => {
    const result = evaluateExpression(text)
    return text !== '' && result.ok ? result.value.quantity : undefined
  }
  return checkGraph({ graph: toGraph(submission.architecture, kinds), submission, read })
}
const rulesOf = (parts: object) => [...new Set(check(parts).map(f => f.rule))].toSorted()

const component = (kind: string, more: object = {}) => ({ id: kind, kind, replicas: 2, ...more })
const link = (from: string, to: string, more: object = {}) => ({ from, to, ...more })
const sound = {
  requirements: { nonFunctional: [{ id: 'fast', quality: 'latency', target: '100 ms' }] },
  architecture: {
    components: ['client', 'service', 'cache', 'relational', 'queue', 'worker'].map(kind => component(kind)),
    links: [
      link('client', 'service', { timeout: '1 s' }),
      link('service', 'cache', { timeout: '10 ms', retries: 1 }),
      link('service', 'relational', { timeout: '200 ms', retries: 1, dedupeKey: 'request id' }),
      link('service', 'queue', { mode: 'async' }),
      link('queue', 'worker'),
    ],
    flows: [{ id: 'read', route: ['client', 'service', 'cache', 'relational'], objective: 'fast' }],
  },
}
type Architecture = typeof sound.architecture
const changed = (change: (a: Architecture) => object, more: object = {}) => ({
  ...sound,
  architecture: { ...sound.architecture, ...change(sound.architecture) },
  ...more,
})
const replaced = (kind: string, more: object) =>
  changed(a => ({ components: a.components.map(c => (c.id === kind ? { ...c, ...more } : c)) }))

/** One change to the sound design for each rule, which that rule alone must notice. */
const broken: Readonly<Record<string, object>> = {
  'cache-without-source': changed(a => ({
    components: [...a.components, component('cache', { id: 'other' })],
    links: [...a.links, link('worker', 'other')],
  })),
  'call-into-consumer': changed(a => ({ links: [...a.links, link('service', 'worker')] })),
  'cross-region-sync': replaced('service', { regions: 3 }),
  'flow-ends-nowhere': changed(() => ({ flows: [{ id: 'read', route: ['client', 'cache'], objective: 'fast' }] })),
  'retry-without-key': changed(a => ({ links: a.links.map(l => ({ ...l, dedupeKey: '' })) })),
  'single-point': replaced('service', { replicas: 1 }),
  'sync-cycle': changed(a => ({ links: [...a.links, link('relational', 'service')] })),
  'timeouts-add-up': changed(a => ({ links: a.links.map(l => (l.from === 'client' ? { ...l, timeout: '300 ms' } : l)) })),
  'two-owners': changed(a => a, {
    organization: [
      { name: 'Links', owns: ['relational'] },
      { name: 'Data', owns: ['relational'] },
    ],
  }),
  unreachable: changed(a => ({ components: [...a.components, component('read-replica')] })),
}

describe('the graph rules', () => {
  it('find nothing in a sound design, and nothing in an empty one', () => {
    expect(check(sound)).toEqual([])
    expect(check({})).toEqual([])
  })

  it('each have a broken design here', () => {
    expect(Object.keys(broken).toSorted()).toEqual(graphRules.map(r => r.id).toSorted())
  })

  it.each(Object.entries(broken))('%s notices its fault and no other rule does', (rule, parts) => {
    expect(rulesOf(parts)).toEqual([rule])
    for (const finding of check(parts)) {
      expect(finding.parts.length).toBeGreaterThan(0)
      expect(finding.message).not.toMatch(/undefined|NaN/)
    }
  })

  it('names the parts and the mend', () => {
    expect(check(broken['timeouts-add-up'] ?? {})[0]).toEqual({
      rule: 'timeouts-add-up',
      parts: ['links-1', 'service'],
      message: 'A call from client waits 300 ms for service, whose own calls may take 420 ms',
      mend: 'shorten the timeouts below, or retry less: the caller has given up before they end',
    })
  })

  it('look through 200 components in a ring without deepening the stack', () => {
    const ids = Array.from({ length: 200 }, (_, i) => `c${i}`)
    const ring = {
      architecture: {
        components: ids.map(id => ({ id, kind: 'service', replicas: 2 })),
        links: ids.map((id, i) => link(id, ids[(i + 1) % 200] ?? '')),
      },
    }
    expect(check(ring).filter(f => f.rule === 'sync-cycle')).toHaveLength(1)
  })
})
