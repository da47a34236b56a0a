import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { framesSchema } from './frame.ts'
import { makeRationaleReader } from './read-rationale.ts'

const root = join(import.meta.dirname, '../..')
const frames = framesSchema.parse(parse(readFileSync(join(root, 'content/rationale/frames.yaml'), 'utf8')))
const reader = makeRationaleReader(frames)

type Labelled = { readonly criterion: string; readonly text: string; readonly label: number; readonly kind: string }
const labelled: readonly Labelled[] = readFileSync(join(root, 'tests/fixtures/rationale-dev.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map(line => JSON.parse(line))
const good = labelled.filter(l => l.label === 1)
const read = ({ criterion, text }: Labelled) => reader.read(criterion, text)

describe('reading rationale on the labelled set', () => {
  it('never awards a stuffed, copied, negated, contradictory or placeholder text', () => {
    const traps = labelled.filter(l =>
      ['stuffed', 'copied', 'negated', 'contradictory', 'template', 'near', 'offtopic'].includes(l.kind),
    )
    expect(traps.filter(l => read(l).outcome === 'met').map(l => `${l.kind}: ${l.text}`)).toEqual([])
  })

  it('is right at least nine times in ten when it says met', () => {
    const met = labelled.filter(l => read(l).outcome === 'met')
    const right = met.filter(l => l.label === 1)
    expect(met.length).toBeGreaterThan(10)
    expect(right.length / met.length).toBeGreaterThanOrEqual(0.9)
  })

  it('accepts at most one in fifty good texts for another criterion', () => {
    const pairs = good.flatMap(l => reader.criteria.filter(c => c !== l.criterion).map(criterion => ({ ...l, criterion })))
    expect(pairs.filter(l => read(l).outcome === 'met').length / pairs.length).toBeLessThanOrEqual(0.02)
  })

  it('is not fooled by everyday texts that share its words', () => {
    const own: readonly Labelled[] = readFileSync(join(root, 'tests/fixtures/rationale-own.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map(line => JSON.parse(line))
    const wrong = own.filter(l => l.label === 0 && read(l).outcome === 'met')
    expect(wrong.map(l => l.text)).toEqual([])
  })

  it('refuses what is stuffed, copied or a placeholder, with the reason', () => {
    const forms = labelled.filter(l => ['stuffed', 'copied'].includes(l.kind))
    expect(forms.filter(l => read(l).outcome === 'refused').length / forms.length).toBeGreaterThanOrEqual(0.9)
    expect(reader.read('tradeoff_cost', 'We chose [technology] because it gives us [benefit].').reason).toContain('placeholder')
  })

  it('marks spans inside the text', () => {
    for (const l of labelled)
      for (const [from, to] of read(l).spans) expect(from >= 0 && from < to && to <= l.text.length).toBe(true)
  })
})

describe('reading rationale, whatever is typed', () => {
  it('never throws and reads at most 2 KB', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 3000 }),
        text => reader.read('rollback_plan', text).outcome !== 'met' || true,
      ),
      { numRuns: 100 },
    )
    expect(reader.read('rollback_plan', 'x '.repeat(100_000)).outcome).not.toBe('met')
  })

  it('names an unknown criterion', () => {
    expect(reader.read('nothing', 'text')).toMatchObject({
      outcome: 'refused',
      reason: expect.stringContaining('There are: tradeoff_cost'),
    })
  })
})
