import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packLarge, packSmall, unpack } from './body.ts'
import { applyDelta, deltaBetween } from './delta.ts'

const record = fc.record({
  id: fc.stringMatching(/^[a-z]{1,3}$/),
  text: fc.string({ maxLength: 200, unit: 'grapheme' }),
  n: fc.integer(),
})
const document = fc.record({
  worksheet: fc.string({ maxLength: 400, unit: 'grapheme' }),
  records: fc.uniqueArray(record, { selector: each => each.id, maxLength: 8 }),
  route: fc.array(fc.string({ maxLength: 4 }), { maxLength: 6 }),
  settings: fc.dictionary(fc.stringMatching(/^[a-z]{1,4}$/), fc.string({ maxLength: 8 }), { noNullPrototype: true }),
})

describe('a delta', () => {
  it('turns any document into any other, exactly, or is not made at all', () => {
    fc.assert(
      fc.property(document, document, (before, after) => {
        const delta = deltaBetween(structuredClone(before), after)
        if (delta !== null) expect(applyDelta(before, delta)).toEqual(after)
      }),
      { numRuns: 300 },
    )
  })

  it('is small for a small change in a large document', () => {
    const lines = Array.from({ length: 2000 }, (_, n) => `line_${n} = ${n} * 7 requests`)
    const before = { worksheet: lines.join('\n'), records: lines.map((text, n) => ({ id: `r${n}`, text })) }
    const after = { ...before, worksheet: before.worksheet.replace('line_777 =', 'line_777 = 2 *') }
    expect(deltaBetween(before, after)?.length).toBeLessThan(200)
  })

  it('uses the old document up and leaves the new one as it is', () => {
    const before = { a: [{ id: 'x', text: 'one' }] }
    const after = {
      a: [
        { id: 'y', text: 'two' },
        { id: 'x', text: 'one more' },
      ],
    }
    const copy = structuredClone(after)
    deltaBetween(before, after)
    expect(before).toEqual(copy)
    expect(after).toEqual(copy)
  })
})

describe('a stored body', () => {
  it('gives any text back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 2000 }), async text => {
        expect(unpack(packSmall(text))).toBe(text)
        expect(unpack(await packLarge(text))).toBe(text)
      }),
    )
  })
})
