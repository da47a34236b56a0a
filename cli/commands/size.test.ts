import { describe, expect, it } from 'vitest'
import { testTerminal } from '#tests/factories/terminal.ts'
import { exit } from '../terminal.ts'
import { sizeCommand } from './size.ts'

async function run(input: string, ...words: string[]) {
  const { terminal, out, err } = testTerminal({ input })
  const status = await sizeCommand.run(words.length > 0 ? words : ['-'], terminal)
  return { status, out: out.join('\n'), err: err.join('\n') }
}

const demand = 'writes: 100M /month\nreads_per_write: 100\nrecord: 500 B\nretention: 5 years\ncache_hits: [95%]\n'

describe('tenfold size', () => {
  it('prints the plan as JSON, each number with its rule, formula, source and weakness', async () => {
    const { status, out } = await run(demand, '-', '--json')
    expect(status).toBe(exit.done)
    const plan = JSON.parse(out)
    const stored = plan.rows.find((row: { name: string }) => row.name === 'stored')
    expect(stored).toMatchObject({ rule: 'storage', text: '3.04 TB', dimension: 'bytes', formula: 'writes * record * retention' })
    expect(stored.source).toBeTypeOf('string')
    expect(stored.weakness).toBeTypeOf('string')
  })

  it('prints the plan for people, with what contradicts it', async () => {
    const { out } = await run(demand)
    for (const part of ['Stated', 'Shards by size', 'E-CAP64', 'Weakness:', 'Warnings', 'Rules without a say'])
      expect(out).toContain(part)
    expect((await run(demand, '-', '--worksheet')).out).toContain('stored = writes * record * retention')
  })

  it.each([
    [
      'an unknown name',
      'writes: 5 /s\nrecrod: 5 B\n',
      exit.problems,
      /standard input:2:1 {2}recrod\n {2}is not something that a demand says\n {2}Mend: did you mean record/,
    ],
    ['a wrong kind', 'writes: 5 GB\n', exit.problems, /standard input:1:9 {2}writes\n {2}"5 GB" is bytes; writes is 1\/s/],
    ['a wrong member of a list', 'cache_hits:\n  - 30%\n  - 3 GB\n', exit.problems, /standard input:3:5 {2}cache_hits\[1\]/],
    ['a mapping', 'writes: { a: 1 }\n', exit.unusable, /standard input:1:1 {2}writes/],
    ['malformed YAML', 'writes: [', exit.unusable, /standard input:1:\d+/],
    ['a list for a file', '- 1\n', exit.unusable, /standard input:1:1/],
  ])('names %s with line and column', async (_title, text, expected, message) => {
    const { status, err } = await run(text)
    expect(status).toBe(expected)
    expect(err).toMatch(message)
  })
})
