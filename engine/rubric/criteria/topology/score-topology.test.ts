import { describe, expect, it } from 'vitest'
import { makeDrill, makeSubmission } from '#tests/factories/compiled-drill.ts'
import { scoreSubmission } from '../../score-submission.ts'

const verdict = (check: object, architecture: object) =>
  scoreSubmission(makeDrill([{ kind: 'topology', check }]), { submission: makeSubmission({ architecture }) }, { seed: 1 })
    .criteria[0]

const component = (kind: string, more: object = {}) => ({ id: kind, kind, name: 'anything', ...more })
const link = (from: string, to: string, mode = 'sync') => ({ from, to, mode })
const components = ['client', 'service', 'cache', 'relational', 'queue'].map(kind => component(kind, { replicas: 2 }))
const readPath = { is: 'flow-passes', stages: [['client'], ['@compute'], ['@cache'], ['@store']] }
const links = [link('client', 'service'), link('service', 'cache'), link('service', 'relational')]
const flows = [{ id: 'read', route: ['client', 'service', 'cache', 'relational'] }]

describe('scoreTopology', () => {
  it('is met by a flow that passes the stages in order and is linked all the way', () => {
    expect(verdict(readPath, { components, links, flows })).toMatchObject({
      verdict: 'met',
      evidence: [{ at: '/architecture/flows/read' }],
    })
  })

  it('gives half for the right route whose links are reversed or missing, nothing for the wrong order', () => {
    expect(verdict(readPath, { components, links: links.map(l => link(l.to, l.from)), flows })?.verdict).toBe('missed')
    expect(
      verdict(readPath, { components, links, flows: [{ route: ['relational', 'cache', 'service', 'client'] }] })?.verdict,
    ).toBe('missed')
  })

  it('earns nothing by labels', () => {
    const named = ['client', 'service', 'cache', 'relational'].map(name => ({ id: name, name, kind: 'worker' }))
    expect(verdict(readPath, { components: named, links, flows })?.verdict).toBe('missed')
  })

  it('finds a directed path and respects what must be avoided', () => {
    const path = { is: 'path', from: ['client'], to: ['@store'] }
    expect(verdict(path, { components, links })?.verdict).toBe('met')
    expect(verdict({ ...path, avoiding: ['@compute'] }, { components, links })?.verdict).toBe('missed')
    expect(verdict(path, { components, links: [] })?.verdict).toBe('missed')
  })

  it('wants work off the path to be fed asynchronously', () => {
    const off = { is: 'off-path', kinds: ['@messaging'], path: ['@compute'] }
    expect(verdict(off, { components, links: [...links, link('service', 'queue', 'async')] })?.verdict).toBe('met')
    expect(verdict(off, { components, links: [...links, link('service', 'queue')] })?.verdict).toBe('missed')
    expect(verdict(off, { components, links })?.verdict).toBe('missed')
  })

  it('names each component that stands alone on a flow', () => {
    const alone = components.map(c => (c.id === 'cache' ? { ...c, name: 'Hot links', replicas: 1 } : c))
    expect(verdict({ is: 'no-single-point' }, { components, links, flows })?.verdict).toBe('met')
    expect(verdict({ is: 'no-single-point' }, { components: alone, links, flows })?.reason).toContain('Hot links')
  })

  it('says what is lacking by the names of the workspace', () => {
    const lacking = (check: Parameters<typeof verdict>[0]) => verdict(check, { components, links, flows })?.reason
    expect(lacking({ is: 'path', from: ['@store'], to: ['@edge'] })).toBe(
      'No directed path leads from any store part to any edge part.',
    )
  })
})
