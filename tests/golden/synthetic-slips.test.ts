import { describe, expect, test } from 'vitest'
import { syntheticRates } from '#tests/bench/synthetic-rates.ts'
import { syntheticSheets } from '#tests/bench/synthetic-sheets.ts'
import { secondSheets } from '#tests/bench/synthetic-sheets-second.ts'

/** Floors a little under what is reached, so that a change which loses ground is seen. The bench prints the rates. */
describe.each([
  ['the sheets that the detective was tuned on', syntheticSheets, 0.95, 0.05],
  ['sheets that it was not tuned on', secondSheets, 0.88, 0.14],
])('on %s', (_title, sheets, least, most) => {
  const rates = syntheticRates(sheets)

  test('calls no right answer off', () => {
    expect(rates.falseOff).toEqual([])
  })

  test('names the injected mistake, or its factor, first', () => {
    expect(rates.byIdOrFactor / rates.cases, rates.missed.join('\n')).toBeGreaterThanOrEqual(least)
  })

  test('seldom explains what no mistake explains', () => {
    expect(rates.invented.length / rates.random, rates.invented.join('\n')).toBeLessThanOrEqual(most)
  })
})
