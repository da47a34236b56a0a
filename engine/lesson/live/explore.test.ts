import { describe, expect, it } from 'vitest'
import { explore, startPlace } from './explore.ts'
import { explorePart } from './parts.ts'

const part = explorePart.parse({
  id: 'tiers',
  title: 'Cache tiers',
  sliders: [
    { name: 'rate', label: 'Reads', from: '100 /s', to: '1M /s', start: '10K /s', scale: 'log' },
    { name: 'hit', label: 'Hit ratio', from: '0%', to: '99.9%', start: '95%', unit: '%' },
  ],
  source: 'left = rate * (1 - hit) in /s\nsaved = rate - left',
  shows: [
    { name: 'left', label: 'Reach the store' },
    { name: 'saved', label: 'Answered by the cache' },
  ],
  bars: true,
  plot: { x: 'hit', y: ['left'] },
  says: 'At {hit} the store sees {left} of {rate}.',
})

describe('explore', () => {
  it('starts at the author’s own numbers and says what follows', () => {
    const found = explore(part)
    expect(found.errors).toEqual([])
    expect(found.says).toBe('At 95% the store sees 500 /s of 10K /s.')
    expect(found.lines.map(l => [l.label, l.text])).toEqual([
      ['Reach the store', '500 /s'],
      ['Answered by the cache', '9,500 /s'],
    ])
    expect(found.lines[0]?.share).toBeCloseTo(500 / 9500)
  })

  it('follows the sliders from one end to the other', () => {
    expect(explore(part, { rate: 0, hit: 0 }).says).toBe('At 0% the store sees 100 /s of 100 /s.')
    expect(explore(part, { rate: 100, hit: 100 }).lines[0]?.text).toBe('1,000 /s')
    expect(startPlace(part.sliders[0] ?? never())).toBe(50)
  })

  it('draws a line over one slider, with its ends in words', () => {
    const { plot } = explore(part)
    expect(plot).toMatchObject({ x: 'Hit ratio', from: '0%', to: '99.9%', most: '10K /s', high: 10_000, place: 95 })
    expect(plot?.series[0]?.values).toHaveLength(101)
    expect(plot?.series[0]?.values[0]).toBeCloseTo(10_000)
  })

  it('names what an author got wrong, and still answers', () => {
    const broken = explorePart.parse({
      ...part,
      sliders: [{ name: 'rate', label: 'Reads', from: '1 GB', to: '1 s', start: '1 /s' }],
      source: 'left = rat * 2',
      says: 'It is {nothing}.',
    })
    expect(explore(broken).errors).toEqual([
      'the slider "rate" cannot be read',
      expect.stringContaining('line 1'),
      'there is no line "left"',
      'there is no line "saved"',
      'there is no line "left"',
      'the sentence names "nothing", and nothing is called that',
    ])
  })
})

function never(): never {
  throw new Error('the part has no slider')
}
