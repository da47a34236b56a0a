import { expect, test } from 'vitest'
import { publishedRates } from '#tests/bench/published-rates.ts'

const rates = publishedRates()

test('recomputes every published estimate to 0.1%', () => {
  expect(rates.answers).toBe(187)
  expect(rates.wrongValues).toEqual([])
})

test('calls no right answer off and gives it no slip', () => {
  expect(rates.falseOff).toEqual([])
  expect(rates.falseSlips).toEqual([])
})

test('names the published mistake first in at least 85% of the root errors', () => {
  expect(rates.named / rates.rootErrors, rates.missed.join(', ')).toBeGreaterThanOrEqual(0.85)
})
