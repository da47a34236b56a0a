import { describe, expect, it } from 'vitest'
import { contentOf } from '#tests/factories/content.ts'
import { choosers } from './choosers.ts'

const sound = `choosers:
  - id: c
    title: C
    ask: A?
    numbers: [{ name: load, label: Load, start: 5 /s }]
    lines: "share = load / 10 /s"
    shows: [{ name: share, label: Share }]
    questions:
      - { id: fits, ask: F?, value: share, options: [{ id: yes-it-does, text: y, below: 70% }, { id: over, text: n }] }
      - { id: stale, ask: S?, options: [{ id: may, text: y }, { id: never, text: n }] }
    rows:
      - { when: { fits: over }, choose: split }
      - { when: { stale: may }, choose: copy }
      - { when: {}, choose: leave }
    results:
      - { id: split, title: T, because: b, not: n, lesson: one }
      - { id: copy, title: T, because: b, not: n, lesson: one }
      - { id: leave, title: T, because: b, not: n, lesson: one }
`
const found = async (from: string, to: string) => {
  if (!sound.includes(from)) throw new Error(`the fixture does not hold "${from}"`)
  return choosers(await contentOf({ 'choosers.yaml': sound.replace(from, to) })).map(p => `${p.path} ${p.message} | ${p.mend}`)
}

describe('choosers', () => {
  it('finds nothing in a sound table', async () => {
    expect(await found('A?', 'B?')).toEqual([])
  })

  it('refuses names that are not there, and offers the nearest', async () => {
    expect(await found('choose: copy', 'choose: copyy')).toEqual([
      'choosers[0].rows[1].choose names the result "copyy", which is not there | did you mean "copy"?',
    ])
    expect(await found('{ stale: may }', '{ stall: may }')).toEqual([expect.stringContaining('names the question "stall"')])
    expect(await found('{ stale: may }', '{ stale: maybe }')).toEqual([expect.stringContaining('names the option "maybe"')])
    expect(await found('n, lesson: one', 'n, lesson: two')).toEqual([expect.stringContaining('names the lesson "two"')])
    expect(await found('id: stale', 'id: fits')).toContainEqual(expect.stringContaining('"fits" is there twice'))
  })

  it('refuses answers for which nothing is decided, and what can never come up', async () => {
    expect(await found('when: {}', 'when: { fits: over }')).toEqual([
      expect.stringContaining('rows decide nothing for fits: yes-it-does, stale: never'),
      expect.stringContaining('rows[2] can never hold'),
      expect.stringContaining('"leave" is never chosen'),
    ])
  })

  it('refuses sums that do not compute, and bounds that are missing, of another kind or falling', async () => {
    expect(await found('5 /s }', '"5 GB + 3 s" }')).toEqual([expect.stringContaining('numbers[0].start cannot be computed')])
    expect(await found('load / 10 /s', 'lod / 10 /s')).toContainEqual(expect.stringContaining('lines cannot be computed'))
    expect(await found('name: share, label', 'name: shares, label')).toEqual([expect.stringContaining('shows "shares"')])
    expect(await found(', below: 70%', '')).toEqual([expect.stringContaining('every option but the last has a bound')])
    expect(await found('below: 70%', 'below: 5 GB')).toEqual([expect.stringContaining('of another kind than "share"')])
    expect(await found('{ id: over, text: n }', '{ id: b, text: n, below: 70% }, { id: over, text: n }')).toEqual([
      expect.stringContaining('is not above the bound before it'),
    ])
    expect(await found('id: may, text: y', 'id: may, text: y, below: 1 /s')).toEqual([
      expect.stringContaining('the question is asked'),
    ])
  })
})
