import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exit, type Terminal } from '../terminal.ts'
import { simulateCommand } from './simulate.ts'

const root = resolve(import.meta.dirname, '../..')
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tenfold-cli-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function run(yaml: string | null, ...words: string[]) {
  const lines: string[] = []
  const complaints: string[] = []
  const terminal: Terminal = {
    root,
    out: line => void lines.push(line),
    err: line => void complaints.push(line),
    input: async () => '',
    env: { NODE_ENV: 'test' },
  }
  const file = yaml === null ? join(root, 'content/drills/url-shortener/exemplars/strong.yaml') : join(folder, 'design.yaml')
  if (yaml !== null) await writeFile(file, yaml)
  const status = await simulateCommand.run([file, ...words], terminal)
  return { status, out: lines.join('\n'), err: complaints.join('\n') }
}

const design = (components: string, flows: string, links = '') =>
  `architecture:\n  components: [${components}]\n  links: [${links}]\n  flows: [${flows}]\n`
const web = '{ id: web, kind: service, replicas: 2 }'

describe('tenfold simulate', () => {
  it('prints the contract as JSON, the same twice', async () => {
    const first = await run(null, '--json')
    expect({ status: first.status, err: first.err }).toEqual({ status: exit.done, err: '' })
    const result = JSON.parse(first.out)
    expect(result.flows.redirect).toMatchObject({
      p50: expect.any(Number),
      p95: expect.any(Number),
      p99: expect.any(Number),
      availability: expect.any(Number),
      throughput: expect.any(Number),
    })
    expect(result.components.web).toMatchObject({ utilization: expect.any(Number), saturatesAt: expect.any(Number) })
    expect(Object.keys(result.components)).toContain(result.bottleneck)
    expect(result.cost).toMatchObject({ month: expect.any(Number), lines: expect.any(Array) })
    expect(result.blastRadius['component:lb'].share).toBe(1)
    expect(result.assumptions.length).toBeGreaterThan(3)
    expect((await run(null, '--json')).out).toBe(first.out)
  })

  it('tells what is full at ten times the load, with its shortfall', async () => {
    const { status, out } = await run(null, '--load', '10x')
    expect(status).toBe(exit.done)
    expect(out).toMatch(/^At 10x the design fails \(.*web lacks [\d.]+K \/s/)
  })

  it('loses the store behind a cache that fails', async () => {
    const before = JSON.parse((await run(null, '--json')).out)
    const after = JSON.parse((await run(null, '--json', '--fail', 'component:cache')).out)
    expect(after.components.db.utilization).toBeGreaterThan(before.components.db.utilization)
  })

  it.each([
    [
      'a circle of calls',
      design(
        `${web}, { id: b, kind: service }`,
        '{ id: f, route: [web, b], rate: 1 /s }',
        '{ from: web, to: b }, { from: b, to: web }',
      ),
      /f: The calls of the flow go in a circle: web -> b -> web/,
    ],
    [
      'a flow through a removed component',
      design(web, '{ id: f, route: [web, db], rate: 1 /s }'),
      /f: The flow passes "db", which is not in the design/,
    ],
    ['a rate of zero', design(web, '{ id: f, route: [web], rate: 0 /s }'), /f: The rate is 0 \/s/],
    ['a negative rate', design(web, '{ id: f, route: [web], rate: -5 /s }'), /f: The rate is -5 \/s/],
    ['a rate that is none', design(web, '{ id: f, route: [web], rate: 5 GB }'), /f: The rate "5 GB" is no rate/],
    [
      'a route without a link',
      design(`${web}, { id: b, kind: service }`, '{ id: f, route: [web, b], rate: 1 /s }'),
      /No link of the flow leads to "b"/,
    ],
    ['a component of no kind', design('{ id: web }', '{ id: f, route: [web], rate: 1 /s }'), /web: has no kind/],
    ['no flow at all', design(web, ''), /has no flow/],
  ])('names the part for %s', async (_what, yaml, message) => {
    const { status, err } = await run(yaml)
    expect(err).toMatch(message)
    expect(status).toBe(exit.problems)
  })

  it('clamps what lies outside the reference range, and names it', async () => {
    const { out } = await run(
      design('{ id: web, kind: service, capacity: 9M /s }', '{ id: f, route: [web], rate: 1 /s }'),
      '--json',
    )
    const { overrides, assumptions } = JSON.parse(out)
    expect(overrides).toEqual([{ component: 'web', what: 'capacity', stated: 9e6, used: 50_000, clamped: true }])
    expect(assumptions.join()).toContain('web: capacity 9000000 lies outside')
  })

  it('runs 200 components and refuses 201', async () => {
    const many = (n: number) =>
      design(Array.from({ length: n }, (_, i) => `{ id: c${i}, kind: service }`).join(', '), '{ id: f, route: [c0], rate: 1 /s }')
    expect((await run(many(200), '--json')).status).toBe(exit.done)
    expect((await run(many(201), '--json')).err).toContain('200')
  })

  it('checks the percentiles by a seeded event run', async () => {
    const first = JSON.parse((await run(null, '--json', '--events', '--seed', '3')).out)
    expect(first.events.flows.redirect.p99).toMatchObject({
      mean: expect.any(Number),
      low: expect.any(Number),
      high: expect.any(Number),
    })
    const second = JSON.parse((await run(null, '--json', '--events', '--seed', '3')).out)
    expect(second).toEqual(first)
    expect((await run(null, '--events')).out).toMatch(/Event run: 10 seeds/)
    expect((await run(null, '--seed', 'x')).err).toContain('--seed x is no whole number')
  })

  it.each([
    [['--load', 'much'], '--load much is no multiple'],
    [['--load', '-2'], '--load'],
    [['--fail', 'component:x'], 'there is no component "x"'],
    [['--colour'], "'--colour'"],
  ])('refuses %s with status 2', async (words, message) => {
    const { status, err } = await run(null, ...words)
    expect(err).toContain(message)
    expect(status).toBe(exit.unusable)
  })

  const cached = design(
    '{ id: web, kind: service, replicas: 2, capacity: 100 /s }, { id: cache, kind: cache, settings: { hitRatio: 90%, keys: 10K } }, { id: db, kind: relational }',
    '{ id: f, route: [web, cache, db], rate: 100 /s }',
    '{ id: a, from: web, to: cache }, { id: b, from: web, to: db }',
  )

  it('tells what a spike leaves behind, the same for the same seed', async () => {
    const words = ['--events', '--spike', '4x:5s', '--seed', '3']
    const { status, out, err } = await run(cached, '--json', ...words)
    expect({ status, err }).toEqual({ status: exit.done, err: '' })
    const { spike } = JSON.parse(out)
    expect(spike).toMatchObject({ factor: 4, seconds: 5, runs: 5, scale: 1, sheds: [] })
    const { peakQueue, fluid } = spike.components.web
    expect(fluid).toEqual({ backlog: 1000, drainTime: 10 })
    expect(Math.abs(peakQueue.mean / 1000 - 1)).toBeLessThan(0.1)
    expect(peakQueue.low).toBeLessThan(peakQueue.high)
    expect((await run(cached, '--json', ...words)).out).toBe(out)
    const text = (await run(cached, ...words)).out
    expect(text).toContain('Spike: 4x for 5 s')
    expect(text).toMatch(/web: at most [\d.,]+K? \([^)]+\) waiting, drained/)
  })

  it('tells how a flushed cache comes back', async () => {
    const { flush } = JSON.parse((await run(cached, '--json', '--flush', 'cache')).out)
    expect(flush.ninety).toBeGreaterThan(0)
    expect(flush.points[0]).toMatchObject({ time: 0, hitRatio: 0, behind: { db: { arrivalRate: 100 } } })
    expect((await run(cached, '--flush', 'cache')).out).toMatch(/Flush of cache: .* until 90% of its usual 90%/)
  })

  it.each([
    [['--spike', '10x'], '--spike 10x is no spike: write the multiple of the load and its time, such as 10x:60s.'],
    [['--spike', 'much:60s'], '--spike much:60s is no spike'],
    [['--spike', '10x:5 GB'], '"5 GB" is no time up to a day'],
    [['--spike', '10x:2 days'], '"2 days" is no time up to a day'],
    [['--spike', '10x:60s:1'], 'is no spike'],
    [['--flush', 'web'], '--flush: web is no cache: it has no hit ratio. Name a cache or a CDN.'],
    [['--flush', 'x'], '--flush: there is no component "x" in the design. Name one of: client, lb'],
  ])('refuses %s in one line', async (words, message) => {
    const { status, err } = await run(null, ...words)
    expect(err).toContain(message)
    expect(err.split('\n')).toHaveLength(1)
    expect(status).toBe(exit.unusable)
  })
})
