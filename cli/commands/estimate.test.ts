import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exit, type Terminal } from '../terminal.ts'
import { diagnoseCommand } from './diagnose.ts'
import { estimateCommand } from './estimate.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tenfold-estimate-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function run(command: typeof estimateCommand, input: string, ...words: string[]) {
  const out: string[] = []
  const err: string[] = []
  const terminal: Terminal = {
    root: folder,
    out: line => void out.push(line),
    err: line => void err.push(line),
    input: async () => input,
    env: { NODE_ENV: 'test' },
  }
  const status = await command.run(words, terminal)
  return { status, out, err: err.join('\n').replaceAll(folder, 'FOLDER') }
}

const estimate = (input: string, ...words: string[]) => run(estimateCommand, input, ...words)
const diagnose = (input: string, ...words: string[]) => run(diagnoseCommand, input, ...words)

describe('tenfold estimate', () => {
  it('gives the last value of every name in base units, and percentiles for a range', async () => {
    const sheet = 'urls = 100M /month\nsize = 20 MB to 80 MB\nstored = urls * 500 B * 5 years\nkeep = 30%\n1 + 1'
    const { status, out } = await estimate(sheet, '-', '--json')
    expect(status).toBe(exit.done)
    const { values, errors } = JSON.parse(out[0] ?? '')
    expect(errors).toEqual([])
    expect(Object.keys(values)).toEqual(['urls', 'size', 'stored', 'keep'])
    expect(values.urls).toEqual({ base: 100e6 / 2_592_000, dimension: '1/s', text: '38.6 /s' })
    expect(values.stored).toMatchObject({ dimension: 'bytes', text: '3.04 TB' })
    expect(values.size.p10 / 20e6).toBeCloseTo(1, 4)
    expect(values.size.p90 / 80e6).toBeCloseTo(1, 4)
    expect(values.size.p50).toBe(values.size.base)
    expect(values.keep).toEqual({ base: 0.3, dimension: 'count', text: '30%' })
  })

  it('exits 1 with the place of every error and still gives the other values', async () => {
    const { status, out } = await estimate('a = 5 GB\nb2 = a + 1 s\nc = a * 2\n', '-', '--json')
    expect(status).toBe(exit.problems)
    const answer = JSON.parse(out[0] ?? '')
    expect(Object.keys(answer.values)).toEqual(['a', 'c'])
    expect(answer.errors).toEqual([{ line: 2, column: 6, message: '`a` is bytes, `1 s` is seconds: these cannot be added' }])
  })

  it('reads a file and prints each answer beside its line', async () => {
    const file = join(folder, 'sheet.txt')
    await writeFile(file, 'urls = 100M /month\n# a note\npeak = urls * 3\nbroken = nothing * 2\n')
    const { status, out, err } = await estimate('', file)
    expect(status).toBe(exit.problems)
    expect(out.join('\n')).toBe('urls = 100M /month    = 38.6 /s\n# a note\npeak = urls * 3       = 116 /s\nbroken = nothing * 2')
    expect(err).toContain('FOLDER/sheet.txt:4:10  `nothing` has no value')
  })

  it('answers a request a line, in order, and goes on after a bad one', async () => {
    const lines = ['{"worksheet": "a = 1"}', '{"worksheet":', '{"sheet": "a = 1"}', '', '{"worksheet": "a = 2\\nb2 = q"}']
    const { status, out } = await estimate(`${lines.join('\n')}\n`, '--jsonl')
    expect(status).toBe(exit.problems)
    const answers = out.map(line => JSON.parse(line))
    expect(answers).toHaveLength(lines.length)
    expect(answers[0]).toEqual({ values: { a: { base: 1, dimension: 'count', text: '1' } }, errors: [] })
    for (const bad of answers.slice(1, 4)) {
      expect(bad.values).toEqual({})
      expect(bad.errors).toMatchObject([{ line: 1, column: 1, message: expect.stringContaining('request') }])
    }
    expect(answers[4].values.a.base).toBe(2)
    expect(answers[4].errors).toMatchObject([{ line: 2, column: 6 }])
    expect((await estimate('{"worksheet": "a = 1"}\n', '--jsonl')).status).toBe(exit.done)
  })

  it('answers from a stream before the stream has ended', async () => {
    const seen: string[] = []
    async function* lines() {
      yield '{"worksheet": "a = 1"}'
      expect(seen).toHaveLength(1)
      yield '{"worksheet": "a = 2"}'
    }
    const terminal: Terminal = {
      root: folder,
      out: line => void seen.push(line),
      err: () => {},
      input: async () => '',
      lines,
      env: { NODE_ENV: 'test' },
    }
    expect(await estimateCommand.run(['--jsonl'], terminal)).toBe(exit.done)
    expect(seen).toHaveLength(2)
  })

  it.each([
    ['no file', []],
    ['two files', ['a', 'b']],
    ['an unknown option', ['-', '--colour']],
    ['a file that is not there', ['no-such-file.txt']],
  ])('refuses %s by name', async (_title, words) => {
    const { status, out, err } = await estimate('a = 1', ...words)
    expect([status, out]).toEqual([exit.unusable, []])
    expect(err).toMatch(/^tenfold estimate: /)
  })
})

describe('tenfold diagnose', () => {
  const worksheet = 'urls = 100M /month\nrecord = 500 B\nyears = 5\nstored = urls * record * years * 1 year'
  const ask = (name: string, stated: string) => JSON.stringify({ worksheet, name, stated })

  it('names the slip with the corrected line', async () => {
    const { status, out } = await diagnose(ask('stored', '608 GB'), '-', '--json')
    expect(status).toBe(exit.done)
    const answer = JSON.parse(out[0] ?? '')
    expect(Object.keys(answer)).toEqual(['verdict', 'ratio', 'expected', 'slips'])
    expect(answer).toMatchObject({ verdict: 'off', expected: { dimension: 'bytes', text: '3.04 TB' } })
    expect(answer.ratio).toBeCloseTo(0.2, 3)
    expect(Object.keys(answer.slips[0])).toEqual(['id', 'explanation', 'corrected', 'confidence'])
    expect(answer.slips[0]).toMatchObject({ id: 'omitted_factor', explanation: '`years` was left out' })
    expect(answer.slips[0].corrected).toContain('3.04 TB')
  })

  it('gives a right answer no slip', async () => {
    const answers = await diagnose(
      [ask('stored', '3.04 TB'), ask('urls', '40 /s'), ask('stored', '3.34 TB')].join('\n'),
      '--jsonl',
    )
    expect(answers.status).toBe(exit.done)
    expect(answers.out.map(line => JSON.parse(line)).map(a => [a.verdict, a.slips])).toEqual([
      ['agrees', []],
      ['convention', []],
      ['convention', []],
    ])
  })

  it('answers a question that it cannot read, or whose name has no value, and goes on', async () => {
    const lines = [
      'nonsense',
      ask('nothing', '3 TB'),
      JSON.stringify({ worksheet, name: 'stored', stated: 3 }),
      ask('urls', 'lots'),
    ]
    const { status, out } = await diagnose([...lines, ask('urls', '38.6 /s')].join('\n'), '--jsonl')
    expect(status).toBe(exit.problems)
    const answers = out.map(line => JSON.parse(line))
    for (const bad of answers.slice(0, 4)) expect(bad).toMatchObject({ verdict: null, slips: [], error: expect.any(String) })
    expect(answers[1].error).toBe('the worksheet gives no value to `nothing`')
    expect(answers[4].verdict).toBe('agrees')
  })

  it('tells people the verdict, the line and the right arithmetic', async () => {
    const { out } = await diagnose(ask('stored', '608 GB'), '-')
    expect(out.join('\n')).toMatchInlineSnapshot(`
      "stored: stated 608 GB, the worksheet gives 3.04 TB
      Off, 5 times too small: no convention and no rounding explains the difference.
      1. omitted_factor (line 3, 86%): \`years\` was left out
         right: stored = 38.6 /s * 500 B * 5 * 1 year = 3.04 TB"
    `)
    expect((await diagnose('{}', '-')).err).toContain('"worksheet"')
  })
})
