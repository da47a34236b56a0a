import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { scoreReportSchema } from '#engine/rubric/score-report.ts'
import { exit, type Terminal } from '../terminal.ts'
import { scoreCommand } from './score.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tenfold-cli-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function score(text: string | null, ...words: string[]) {
  const lines: string[] = []
  const complaints: string[] = []
  const terminal: Terminal = {
    root: resolve(import.meta.dirname, '../..'),
    out: line => void lines.push(line),
    err: line => void complaints.push(line),
    input: async () => text ?? '',
    env: { NODE_ENV: 'test' },
  }
  const file = join(folder, 'submission.yaml')
  if (text !== null) await writeFile(file, text)
  const status = await scoreCommand.run([file, ...words], terminal)
  return { status, out: lines.join('\n'), err: complaints.join('\n').replaceAll(folder, 'FOLDER') }
}

const drill = ['--drill', 'url-shortener'] as const

describe('tenfold score', () => {
  it('prints the report that the schema describes, the same twice', async () => {
    const yaml = 'worksheet: |\n  links = 100M /month\nanswers:\n  - { target: create_rate, stated: links }\n'
    const first = await score(yaml, ...drill, '--json')
    expect(first.status).toBe(exit.done)
    const report = scoreReportSchema.parse(JSON.parse(first.out))
    expect(report.estimates.find(e => e.target === 'create_rate')).toMatchObject({ verdict: 'met' })
    expect((await score(yaml, ...drill, '--json')).out).toBe(first.out)
  })

  it('prints bands, tiers, estimates and mends for people', async () => {
    const { status, out } = await score('{}', ...drill)
    expect(status).toBe(exit.done)
    for (const part of ['L6  below the bar', 'Tiers (never added up)', 'Estimates', 'Mend:']) expect(out).toContain(part)
  })

  it.each([
    ['malformed YAML', 'api:\n  - path: [', /FOLDER\/submission\.yaml:\d+:\d+/],
    ['an unknown field', 'api:\n  - path: /x\n    colour: red\n', /FOLDER\/submission\.yaml:3:\d+ {2}api\[0\]\.colour/],
    [
      'a negative count',
      'architecture:\n  components:\n    - { id: a, replicas: -3 }\n',
      /:3:\d+ {2}architecture\.components\[0\]\.replicas\n {2}must be at least 0/,
    ],
    ['a count that is no number', 'architecture: { components: [{ id: a, replicas: .nan }] }', /replicas\n {2}is not a number/],
    ['an alias', 'api: &a [{ path: /x }]\nquestions: *a\n', /uses the alias \*a/],
    ['a 10,000-character name', `api: [{ path: "${'x'.repeat(10_000)}" }]`, /is 10000 characters long; a name may have 200/],
    ['a submission over 1 MB', `worksheet: "${'x'.repeat(1_000_100)}"`, /may have 1000000/],
  ])('refuses %s with line and column, and status 2', async (_what, yaml, message) => {
    const { status, err } = await score(yaml, ...drill)
    expect(err).toMatch(message)
    expect(status).toBe(exit.unusable)
  })

  it('names an unknown drill and those that there are', async () => {
    const { status, err } = await score('{}', '--drill', 'nothing')
    expect({ status, err }).toMatchObject({
      status: exit.unusable,
      err: expect.stringContaining('there is no drill "nothing". There are: '),
    })
  })

  it('asks for what is missing on the command line', async () => {
    expect((await score('{}')).err).toContain('name the drill')
    expect((await score('{}', ...drill, '--colour')).status).toBe(exit.unusable)
  })

  it('reads a worksheet with a mistake on line 7 and goes on', async () => {
    const yaml = `worksheet: |\n${['a = 1', 'b = 2', 'c = 3', 'd = 4', 'e = 5', 'f = 6', 'g = 7 +', 'h = 8'].map(l => `  ${l}`).join('\n')}\n`
    const { out } = await score(yaml, ...drill)
    expect(out).toContain('line 7, column')
  })
})
