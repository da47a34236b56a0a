import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fingerprintsOf, isCopied } from './fingerprint.ts'

const lesson =
  'A partition key decides where a record lives. Choose one with many values that are asked for about equally often, and that the most frequent lookup has at hand; otherwise one shard does the work of all of them while the others wait, and adding a shard helps nobody at all.'
const known = new Set(fingerprintsOf([lesson]))

describe('recognizing what was copied', () => {
  it('knows a text again, whole, in part, and with a few words changed', () => {
    expect(isCopied(lesson, known)).toBe(true)
    expect(isCopied(lesson.toUpperCase().replaceAll(',', ' -'), known)).toBe(true)
    expect(isCopied(`In our design: ${lesson.slice(60)} That is what we do.`, known)).toBe(true)
    expect(isCopied(lesson.replace('shard', 'node').replace('record', 'row'), known)).toBe(true)
  })

  it('lets the same thought pass in other words, and short texts', () => {
    const own =
      'Orders are looked up by the customer who placed them, so customer id is the key: four million values, none above a percent of the traffic. A merchant id would have put the largest shop, with a tenth of all orders, on a single shard, which is full at our peak.'
    expect(isCopied(own, known)).toBe(false)
    expect(isCopied('A partition key decides where', known)).toBe(false)
    expect(isCopied('', known)).toBe(false)
  })

  it('finds any text of forty different words that it was given', () => {
    const text = fc.uniqueArray(fc.stringMatching(/^[a-z]{3,9}$/), { minLength: 60, maxLength: 80 }).map(list => list.join(' '))
    fc.assert(
      fc.property(text, t => isCopied(t, new Set(fingerprintsOf(['other words before', t])))),
      { numRuns: 50 },
    )
  })
})
