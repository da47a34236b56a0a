import { describe, expect, it } from 'vitest'
import { factRows, scalesOf } from './fact-rows.ts'

const fact = (name: string, value: string, sure = 'measured', date = '2026') => ({ name, value, sure, date })
const facts = [
  fact('b', '1 ms', 'disputed', '2012'),
  fact('a', '100 ns', 'documented'),
  fact('d', '5 GB', 'rule of thumb', '2026-09'),
  fact('c', '1 us..10 us'),
]
const names = (order: Parameters<typeof factRows>[1]) => factRows(facts, order).map(row => row.fact.name)

describe('factRows', () => {
  it('keeps the order of the file, or sorts by value within a kind, name, trust or date', () => {
    expect(names('given')).toEqual(['b', 'a', 'd', 'c'])
    expect(names('value')).toEqual(['d', 'a', 'c', 'b'])
    expect(names('name')).toEqual(['a', 'b', 'c', 'd'])
    expect(names('sure')).toEqual(['a', 'c', 'd', 'b'])
    expect(names('date')).toEqual(['d', 'a', 'c', 'b'])
  })

  it('reads a range as a span, and a value that is none as nothing', () => {
    const [row] = factRows([fact('r', '2..20 /s')], 'given')
    expect(row?.span?.from).toBeCloseTo(2, 3)
    expect(row?.span?.to).toBeCloseTo(20, 2)
    expect(factRows([fact('x', 'about so much')], 'given')[0]?.span).toBeNull()
  })
})

describe('scalesOf', () => {
  it('gives a scale only to a kind of which there are three that differ tenfold', () => {
    const scales = scalesOf(factRows(facts, 'given'))
    expect([...scales.keys()]).toEqual(['s'])
    expect(scales.get('s')?.low).toBeCloseTo(1e-7)
    expect(scales.get('s')?.high).toBeCloseTo(1e-3)
    expect(scalesOf(factRows([fact('a', '1 s'), fact('b', '2 s'), fact('c', '3 s')], 'given')).size).toBe(0)
  })
})
