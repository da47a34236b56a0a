import { describe, expect, it } from 'vitest'
import { contentOf } from '#tests/factories/content.ts'
import { sizing } from './sizing.ts'

const sound = [
  'title: S',
  'inputs:',
  '  - { name: writes, what: w, kind: 1/s, example: 5 /s }',
  '  - { name: record, what: r, kind: bytes, fact: f, example: 1 KB }',
  'rules:',
  '  - id: flow',
  '    title: Flow',
  '    needs: [writes]',
  '    gives: [{ name: flow, what: f, formula: writes * record }]',
  '    source: s',
  '    weakness: w',
  'contradictions: []',
  '',
].join('\n')

const found = async (from: string, to: string) => {
  if (!sound.includes(from)) throw new Error(`the sound rules do not hold "${from}"`)
  const content = await contentOf({ 'reference/sizing.yaml': sound.replace(from, to) })
  return sizing(content).map(p => `${p.line}:${p.column} ${p.path} ${p.message} | ${p.mend}`)
}

describe('sizing', () => {
  it('finds nothing in sound rules, nor where there are none', async () => {
    expect(await found('Flow', 'Flow')).toEqual([])
    expect(sizing(await contentOf({}))).toEqual([])
  })

  it('refuses names and facts that nothing gives', async () => {
    expect(await found('writes * record', 'writes * recrod')).toEqual([
      '9:45 rules[0].gives[0].formula uses "recrod", which nothing gives | did you mean "record"?',
    ])
    expect(await found('needs: [writes]', 'needs: [reads]')).toHaveLength(1)
    expect(await found('fact: f', 'fact: g')).toEqual([
      '4:49 inputs[1].fact falls back on the fact "g", which content/reference does not have | add the fact',
    ])
    expect(await found('contradictions: []', 'contradictions: [{ id: E, between: [flow, nothing], says: s }]')).toHaveLength(1)
  })

  it('refuses an example of the wrong kind, and a rule that never speaks', async () => {
    const problems = await found('example: 5 /s', 'example: 5 GB')
    expect(problems[0]).toMatch(/^3:\d+ inputs\[0\]\.example "5 GB" is bytes; writes is 1\/s/)
    expect(problems[1]).toMatch(/^6:\d+ rules\[0\]\.id gives nothing even when every input has its example/)
    expect(await found('writes * record', 'writes + record')).toHaveLength(1)
  })

  it('refuses a name that is there twice', async () => {
    expect(await found('- { name: record', '- { name: writes, what: w, kind: 1/s, example: 1 /s }\n  - { name: record')).toEqual([
      '4:13 inputs[1].name "writes" is there twice | give each its own name',
    ])
  })
})
