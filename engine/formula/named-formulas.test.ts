import { describe, expect, it } from 'vitest'
import { namedFormulas } from './named-formulas.ts'

/** Worked out by hand, or from published tables, not by the engine. */
const known: Readonly<Record<string, number>> = {
  'littles-law': 1000,
  utilization: 0.8,
  'one-server': 100,
  // Erlang C of 10 servers at 90%: 0.6687 in published tables; the wait is that over 100 a second, the service 10 ms.
  'several-servers': 16.687,
  'erlang-c': 66.87,
  'downtime-budget': 4.32,
  series: 99.501,
  parallel: 99.99,
  'k-of-n': 99.9990149,
}

describe('namedFormulas', () => {
  it.each(namedFormulas.map(formula => [formula.id, formula] as const))('%s gives what theory says', (id, { example }) => {
    expect(example.value / (known[id] ?? Number.NaN)).toBeCloseTo(1, 4)
  })

  it('has an id of its own for each, and a source', () => {
    expect(new Set(namedFormulas.map(({ id }) => id)).size).toBe(namedFormulas.length)
    expect(Object.keys(known)).toHaveLength(namedFormulas.length)
    for (const { source } of namedFormulas) expect(source).toMatch(/\d{4}/)
  })
})
