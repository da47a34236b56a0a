import { describe, expect, it } from 'vitest'
import { choose, readAnswers } from './choose.ts'
import { choosersSchema } from './chooser.ts'

const result = (id: string) => ({ id, title: `Take ${id}`, because: 'b', not: 'n', lesson: 'l' })
const [chooser] = choosersSchema.parse({
  choosers: [
    {
      id: 'c',
      title: 'C',
      ask: 'A?',
      numbers: [{ name: 'writes', label: 'Writes', start: '500 /s' }],
      lines: 'share = writes / 10K /s',
      shows: [{ name: 'share', label: 'Of one server' }],
      questions: [
        {
          id: 'fits',
          ask: 'Do they fit?',
          value: 'share',
          options: [
            { id: 'yes', text: 'yes', below: '70%' },
            { id: 'no', text: 'no' },
          ],
        },
        {
          id: 'stale',
          ask: 'Stale?',
          options: [
            { id: 'fine', text: 'fine' },
            { id: 'never', text: 'never' },
          ],
        },
      ],
      rows: [
        { when: { fits: 'no' }, choose: 'shards' },
        { when: { stale: ['fine'] }, choose: 'replicas' },
        { when: {}, choose: 'one' },
      ],
      results: [result('shards'), result('replicas'), result('one')],
    },
  ],
}).choosers
if (!chooser) throw new Error('the fixture has no chooser')
const decide = (answers: Record<string, string>) => choose(chooser, answers).decided?.result.id

describe('choose', () => {
  it('answers by the first row that holds, and computes what is computed', () => {
    expect(decide({ writes: '20K /s' })).toBe('shards')
    expect(decide({ stale: 'fine' })).toBe('replicas')
    expect(decide({ stale: 'never' })).toBe('one')
    expect(choose(chooser, { stale: 'never' })).toMatchObject({
      picked: { fits: 'yes', stale: 'never' },
      shows: [{ label: 'Of one server', text: expect.stringMatching(/^5\s?%$|^0\.05$/) }],
      errors: [],
    })
  })

  it('names the question on which it hangs, and asks no more than it needs', () => {
    expect(choose(chooser, {})).toMatchObject({ decided: null, asks: { id: 'stale' } })
    expect(choose(chooser, { writes: '9K /s' }).asks).toBeNull()
  })

  it('is at the bound what it is above it', () => {
    expect(decide({ writes: '7K /s' })).toBe('shards')
    expect(decide({ writes: '6999 /s', stale: 'fine' })).toBe('replicas')
  })

  it('says why a number cannot be read, and decides nothing by it', () => {
    const broken = choose(chooser, { writes: '500 bananas /', stale: 'fine' })
    expect(broken.numbers[0]?.error).toBeTruthy()
    expect(broken).toMatchObject({ decided: null, asks: null, shows: [] })
    expect(choose(chooser, { writes: '5 GB', stale: 'fine' }).numbers[0]?.error).toContain('another kind than 500 /s')
  })
})

describe('readAnswers', () => {
  it('takes what the chooser asks for and leaves the rest out', () => {
    expect(readAnswers(chooser, { stale: 'fine', writes: ['1 /s', '2 /s'], fits: 'yes', other: 'x' })).toEqual({
      stale: 'fine',
      writes: '1 /s',
    })
    expect(readAnswers(chooser, { stale: 'often', writes: ' ' })).toEqual({})
  })
})
