import { resolve } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { compileDrill } from '#catalog/compile-drill.ts'
import { compileMdx } from '#catalog/lesson/compile-mdx.ts'
import type { Content, DrillSource } from '#catalog/source/content.ts'
import { readContent } from '#catalog/source/read-content.ts'
import { readTree } from '#catalog/source/read-tree.ts'
import { parseSubmission } from '#engine/design/parse-submission.ts'
import type { Submission } from '#engine/design/submission.ts'
import type { CompiledDrill } from '#engine/rubric/rubric.ts'
import { scoreSubmission } from '#engine/rubric/score-submission.ts'
import type { Timeline } from '#engine/rubric/timeline.ts'

/** The drills that are sat for a score; a new one is added here by hand, so that none is left out unseen. */
const slugs = ['cell-based-social-2b', 'ecommerce-100k-to-10m', 'realtime-fraud-detection', 'url-shortener'] as const
const levels = ['L6', 'L7'] as const

type Slug = (typeof slugs)[number]
type Bare = { [key: string]: unknown }

let content: Content

beforeAll(async () => {
  const read = await readContent(await readTree([{ folder: resolve('content'), shown: 'content' }]), compileMdx)
  expect(read.problems).toEqual([])
  content = read.content
}, 60_000)

function sourceOf(slug: Slug): DrillSource {
  const found = content.drills.find(drill => drill.slug === slug)
  if (!found) throw new Error(`no drill ${slug}`)
  return found
}

const ranks = ['strong', 'solid', 'weak', 'empty-but-long']
const rankOf = (name: string) => ranks.findIndex(rank => name === rank || name.startsWith(`${rank}-`))
const exemplarsOf = (slug: Slug) => sourceOf(slug).exemplars.toSorted((a, b) => rankOf(a.name) - rankOf(b.name))

function exemplarOf(slug: Slug, name: string): Bare {
  const found = sourceOf(slug).exemplars.find(one => one.name === name)
  if (!found) throw new Error(`${slug} has no exemplar ${name}`)
  return parsed(found.value.submission)
}

/** A submission with every id and default in it, as plain data that a test may change. */
const parsed = (raw: unknown): Bare => structuredClone(asSubmission(raw)) as unknown as Bare

function asSubmission(raw: unknown): Submission {
  const result = parseSubmission(raw)
  if (!result.ok) throw new Error(JSON.stringify(result.problems.slice(0, 3)))
  return result.submission
}

const drills = new Map<string, CompiledDrill>()

/** The drill as it scores a stranger, or, with `except`, the exemplar of that name. */
function wholeDrill(slug: Slug, except = ''): CompiledDrill {
  const source = sourceOf(slug)
  const exemplar = source.exemplars.find(one => one.name === except)
  const made = drills.get(`${slug} ${except}`) ?? compileDrill(content, source, exemplar)
  if (!made) throw new Error(`${slug} cannot be compiled`)
  drills.set(`${slug} ${except}`, made)
  return made
}

/** The same without prose, which adds no point to a band and takes most of the time. */
function drillOf(slug: Slug, except = ''): CompiledDrill {
  const key = `${slug} ${except} without prose`
  const whole = wholeDrill(slug, except)
  const drill = drills.get(key) ?? { ...whole, criteria: whole.criteria.filter(criterion => criterion.kind !== 'said') }
  drills.set(key, drill)
  return drill
}

const scored = (drill: CompiledDrill, raw: unknown, timeline?: Timeline) =>
  scoreSubmission(drill, { submission: asSubmission(raw), timeline }, { seed: 1 })

type Report = ReturnType<typeof scored>

const scoresOf = (report: Report) => levels.map(level => report.levels[level].score ?? Number.NaN)
const verdictsOf = (report: Report) =>
  Object.fromEntries(report.criteria.filter(c => c.tier === 'verified').map(c => [c.id, c.verdict]))

/** Lower at both levels; a failure names what the lower one earned. */
function expectBelow(lower: Report, higher: Report) {
  const [low, high] = [scoresOf(lower), scoresOf(higher)]
  const why = lower.criteria.filter(c => c.tier === 'verified' && c.earned > 0).map(c => `${c.id} ${c.earned}`)
  for (const [i, level] of levels.entries())
    expect([level, (low[i] ?? 1) < (high[i] ?? 0), low[i], why]).toEqual([level, true, low[i], why])
}

const weakOf = (slug: Slug) => scored(drillOf(slug, 'weak'), exemplarOf(slug, 'weak'))

// What a submission is made of.

const isList = (value: unknown): value is unknown[] => Array.isArray(value)
const isBare = (value: unknown): value is Bare => typeof value === 'object' && value !== null && !isList(value)
const within = (value: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>((inner, key) => (isBare(inner) ? inner[key] : undefined), value)
const listAt = (value: unknown, ...path: string[]): Bare[] => {
  const found = within(value, ...path)
  return isList(found) ? found.filter(isBare) : []
}

/** Fields that hold a name or prose; none of them is a choice, a reference or a quantity. */
const prose = new Set([
  ...['because', 'effect', 'control', 'action', 'interface', 'customer', 'operations', 'cost', 'risk', 'reverseWhen', 'text'],
])
const labels = new Set([
  ...['name', 'question', 'chosen', 'option', 'path', 'purpose', 'entity', 'partitionKey', 'sortKey', 'by', 'dedupeKey'],
  ...['fallback', 'what', 'item'],
])
/** `text` is a box of prose in some records and a name in others. */
const isShort = (key: string) => labels.has(key) || key === 'text'
const quantities = new Set([
  ...['target', 'value', 'stated', 'capacity', 'serviceTime', 'timeout', 'rate', 'bytes', 'records', 'backupInterval', 'amount'],
  ...[
    'blastRadius',
    'rto',
    'rpo',
    'threshold',
    'monthly',
    'saves',
    'hitRatio',
    'ttl',
    'memory',
    'partitionKeyValues',
    'worksheet',
  ],
])

/** Every text of a submission, replaced by what `change` makes of it. */
function mapTexts(value: unknown, change: (text: string, key: string) => string, key = ''): unknown {
  if (typeof value === 'string') return change(value, key)
  if (isList(value)) return value.map(item => mapTexts(item, change, key))
  if (!isBare(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, mapTexts(inner, change, name)]))
}

const names = new Set(['schema', 'id', 'from', 'to'])

/** The same records with nothing in them but names and prose: no choice, number, reference or quantity. */
function onlyWords(value: unknown, write: (key: string) => string, key = ''): unknown {
  if (typeof value === 'string') {
    if (prose.has(key) || labels.has(key)) return write(key)
    return names.has(key) ? value : ''
  }
  if (isList(value)) return key === 'route' || key === 'owns' ? [] : value.map(item => onlyWords(item, write, key))
  if (!isBare(value)) return undefined
  if (key === 'settings') return {}
  const entries = Object.entries(value).map(([name, inner]) => [name, onlyWords(inner, write, name)] as const)
  return Object.fromEntries(entries.filter(([, inner]) => inner !== undefined))
}

const withoutNumbers = (raw: Bare, write: (key: string) => string): Bare => ({
  ...(onlyWords(raw, write) as Bare),
  schema: 'tenfold/design/1',
  assumptions: [],
  answers: [],
  requirements: onlyWords(
    {
      functional: listAt(raw, 'requirements', 'functional'),
      nonFunctional: listAt(raw, 'requirements', 'nonFunctional').map(r => ({ ...r, target: '' })),
    },
    write,
  ),
  worksheet: write('worksheet'),
})

const salad = [
  'scalable highly available partition key shard replica quorum consistent hashing idempotency key circuit breaker p99 99.99% cache hit ratio TTL CDN',
  'trade-off cost 2x because instead of alternative rejected latency 100 ms 5 s rollback canary threshold 0.1% blast radius 1% cell zone region RTO RPO',
  'Kafka Redis DynamoDB PostgreSQL queue backpressure bulkhead saga CQRS event sourcing write-behind read-through hot key two-way door 10x 100x',
]

/** A salad of at most so many words in each box, each a little different, so that none is taken for the same thing said twice. */
function saladOf(words: number) {
  let turn = 0
  return () => {
    turn += 1
    const leaves = (salad[turn % salad.length] ?? '').split(' ')
    return `${leaves.slice(0, words).join(' ')} ${turn}`.slice(0, 190)
  }
}

/** A whole lesson, cut into as many pieces as the boxes take. */
function lessonFor(slug: string) {
  const text = content.lessons.find(lesson => lesson.slug === slug)?.mdx.text ?? ''
  expect(text.length).toBeGreaterThan(4000)
  let from = 0
  return (key: string) => {
    const size = isShort(key) ? 190 : 1000
    from = from + size > text.length ? 0 : from + size
    return text.slice(from, from + size)
  }
}

/** What a grader of labels would read off: every box is a client, its name says what it is not, and nothing leads from the user. */
function boxesOfClients(weak: Bare): Bare {
  const said = [
    'no database',
    'we refuse to cache',
    'load balancer not needed',
    'queue? never',
    'no CDN',
    'sharding is evil',
    'no replicas',
  ]
  const components = listAt(weak, 'architecture', 'components')
  return {
    components: components.map(({ id }, i) => ({ id, kind: 'client', name: said[i % said.length] })),
    links: listAt(weak, 'architecture', 'links').map(link => ({ ...link, from: link.to, to: link.from })),
    flows: listAt(weak, 'architecture', 'flows').map(flow => ({ ...flow, route: isList(flow.route) ? flow.route.slice(1) : [] })),
  }
}

/** What a person enters: ids come by themselves, so does the fact that a question reveals; a route is one entry; the worksheet is words. */
function effort(value: unknown, key = ''): { values: number; words: number } {
  const sum = (parts: readonly { values: number; words: number }[]) =>
    parts.reduce((all, part) => ({ values: all.values + part.values, words: all.words + part.words }), { values: 0, words: 0 })
  if (isList(value) && key !== 'route' && key !== 'owns') return sum(value.map(item => effort(item, key)))
  if (isBare(value))
    return sum(
      Object.entries(value).map(([name, inner]) => {
        const free =
          ['id', 'slot'].includes(name) || (name === 'target' && key === 'answers') || (name === 'fact' && key === 'questions')
        return free ? { values: 0, words: 0 } : effort(inner, typeof inner === 'object' ? name : key)
      }),
    )
  const words = typeof value === 'string' && /\s/.test(value) ? value.split(/\s+/).filter(Boolean).length : 0
  return typeof value === 'string' && value.includes('\n') ? { values: 0, words } : { values: 1, words }
}

// Changes that change nothing.

const componentFields = new Set(['from', 'to', 'component'])

/** Every component under another id, wherever it is named. */
function withOtherIds(raw: Bare): Bare {
  const other = new Map(listAt(raw, 'architecture', 'components').map(({ id }, i) => [String(id), `part-${90 - i}`]))
  const taken = new Set([
    ...listAt(raw, 'requirements', 'nonFunctional').map(r => r.id),
    ...listAt(raw, 'answers').map(a => a.target),
    ...listAt(raw, 'data').map(s => s.id),
  ])
  const rename = (value: unknown, key: string, list: string): unknown => {
    if (typeof value === 'string') {
      const named =
        componentFields.has(key) ||
        key === 'route' ||
        key === 'owns' ||
        (key === 'id' && list === 'components') ||
        (key === 'driver' && !taken.has(value))
      return named ? (other.get(value) ?? value) : value
    }
    if (isList(value)) return value.map(item => rename(item, key, key))
    return isBare(value)
      ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, rename(inner, name, list)]))
      : value
  }
  return rename(raw, '', '') as Bare
}

const otherUnits: readonly [unit: string, factor: number, other: string][] = [
  ['ms', 0.001, 's'],
  ['KB', 1000, 'B'],
  ['GB', 1000, 'MB'],
  ['TB', 1000, 'GB'],
  ['minutes', 60, 's'],
]

/** The same quantities in other units: 1 GB as 1000 MB, 100 ms as 0.1 s. */
function inOtherUnits(text: string, key: string): string {
  if (!quantities.has(key)) return text
  return otherUnits
    .reduce(
      (all, [unit, factor, other]) =>
        // A unit that is not part of another one: neither GB/s nor USD/GB, and no target unit after "in".
        all.replaceAll(
          new RegExp(`(?<![\\w.])(\\d+(?:\\.\\d+)?) ${unit}(?![\\w/])`, 'g'),
          (_, n: string) => `${Number((Number(n) * factor).toPrecision(12))} <${other}>`,
        ),
      text,
    )
    .replaceAll(/<(\w+)>/g, '$1')
}

/** Other words for the same: names that are compared with each other stay. */
function inOtherWords(text: string, key: string): string {
  const put = `${text.replaceAll(' and ', ' as well as ').replaceAll(' a ', ' one ').replaceAll(' is ', ' stays ')}, so to say`
  const spoken =
    prose.has(key) || ['name', 'question', 'chosen', 'option', 'purpose', 'entity', 'fallback', 'what', 'item'].includes(key)
  return spoken && text.includes(' ') && put.length <= 200 ? put : text
}

const ordered = new Set(['route'])

/** The records of every list in another order; a route keeps its own. */
function shuffled(value: unknown, seed: number, key = ''): unknown {
  if (isList(value)) {
    const inner = value.map(item => shuffled(item, seed, key))
    if (ordered.has(key)) return inner
    const rank = (i: number) => Math.imul(seed ^ (i + 1), 0x9e3779b1) >>> 0
    return inner
      .map((item, i) => ({ item, at: rank(i) }))
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item)
  }
  return isBare(value)
    ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shuffled(inner, seed, name)]))
    : value
}

// Parts and lists, as dotted paths; those of the records of a list are left out of all of them at once.

/** Every part of a submission and every list in it that holds anything. */
function partsOf(raw: Bare): readonly string[] {
  const found = new Set<string>()
  const walk = (value: unknown, path: readonly string[]) => {
    if (isList(value)) {
      if (value.length > 0) found.add(path.join('.'))
      for (const item of value) walk(item, path)
    } else if (isBare(value)) {
      for (const [key, inner] of Object.entries(value)) walk(inner, [...path, key])
    }
  }
  for (const key of Object.keys(raw)) if (key !== 'schema') found.add(key)
  walk(raw, [])
  return [...found]
}

/** The value without what stands at the path. */
function without(value: unknown, [key = '', ...rest]: readonly string[]): unknown {
  if (isList(value)) return value.map(item => without(item, [key, ...rest]))
  if (!isBare(value)) return value
  if (rest.length > 0) return { ...value, [key]: without(value[key], rest) }
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key))
}

/** The lists of whole records, each with the place of one of them. */
function recordsOf(raw: Bare): readonly string[] {
  const lists = [
    'requirements.functional',
    'requirements.nonFunctional',
    'questions',
    'assumptions',
    'answers',
    'api',
    'data',
    'decisions',
  ]
  const more = [
    'architecture.components',
    'architecture.links',
    'architecture.flows',
    'failures',
    'operations.alarms',
    'security',
    'cost.lines',
    'organization',
  ]
  return [...lists, ...more].flatMap(path => listAt(raw, ...path.split('.')).map((_, i) => `${path}.${i}`))
}

function withoutRecord(value: unknown, path: string): unknown {
  const [key = '', ...rest] = path.split('.')
  if (isList(value)) return value.filter((_, i) => String(i) !== key)
  return isBare(value) ? { ...value, [key]: withoutRecord(value[key], rest.join('.')) } : value
}

/** Parts of the strong one that no criterion of the drill reads, or that another part says as well. */
const unread: Readonly<Record<Slug, readonly string[]>> = {
  'cell-based-social-2b': [],
  'ecommerce-100k-to-10m': ['operations.deployment.stages', 'operations.runbook'],
  'realtime-fraud-detection': ['operations.runbook'],
  'url-shortener': ['cost.levers', 'operations.deployment.stages', 'operations.runbook'],
}

describe.each(slugs)('the drill %s', slug => {
  it('orders every strong above solid above weak above empty but long, each in its band', () => {
    const reports = exemplarsOf(slug).map(({ name, value }) => ({
      name,
      expected: value.expects.bands,
      report: scored(drillOf(slug, name), value.submission),
    }))
    expect(new Set(reports.map(r => rankOf(r.name)))).toEqual(new Set([0, 1, 2, 3]))
    for (const { name, report, expected } of reports) expect([name, report.bands]).toEqual([name, expected])
    for (const a of reports) for (const b of reports) if (rankOf(a.name) < rankOf(b.name)) expectBelow(b.report, a.report)
  })

  it('gives a keyword salad in every box less than the weak one', () => {
    for (const words of [3, 9, 30])
      expectBelow(scored(drillOf(slug), withoutNumbers(exemplarOf(slug, 'strong'), saladOf(words))), weakOf(slug))
  })

  it('gives a lesson pasted into every box less than the weak one', () => {
    const paste = lessonFor('walkthrough-url-shortener')
    expectBelow(scored(drillOf(slug), withoutNumbers(exemplarOf(slug, 'strong'), paste)), weakOf(slug))
  })

  it.each(slugs.filter(other => other !== slug))('gives the strong design of %s less than the weak one', other => {
    expectBelow(scored(drillOf(slug), exemplarOf(other, 'strong')), weakOf(slug))
  })

  it('keeps such a design below the bar when its answers, assumptions and questions are taken out', () => {
    for (const other of slugs.filter(one => one !== slug)) {
      const { bands } = scored(drillOf(slug), { ...exemplarOf(other, 'strong'), answers: [], assumptions: [], questions: [] })
      for (const level of levels)
        expect([other, level, bands[level]]).not.toEqual([other, level, expect.stringMatching(/^(at|above)$/)])
    }
  })

  it('gives names such as "no database" on boxes of clients nothing for architecture, and less than the weak one', () => {
    const weak = exemplarOf(slug, 'weak')
    const report = scored(drillOf(slug), { ...weak, architecture: boxesOfClients(weak) })
    expectBelow(report, weakOf(slug))
    expect(report.criteria.filter(c => c.earned > 0 && ['topology', 'simulated'].includes(c.kind))).toEqual([])
    expect(report.dimensions.find(d => d.id === 'architecture')?.earned).toBe(0)
  })

  it('gives the weak one less with its arrows reversed, and less without a path from the user', () => {
    const weak = exemplarOf(slug, 'weak')
    const change = (architecture: Bare) =>
      scored(drillOf(slug), { ...weak, architecture: { ...(weak.architecture as Bare), ...architecture } })
    const links = listAt(weak, 'architecture', 'links')
    const flows = listAt(weak, 'architecture', 'flows')
    expect(links.length).toBeGreaterThan(2)
    expectBelow(change({ links: links.map(link => ({ ...link, from: link.to, to: link.from })) }), weakOf(slug))
    expectBelow(
      change({ flows: flows.map(flow => ({ ...flow, route: isList(flow.route) ? flow.route.slice(1) : [] })) }),
      weakOf(slug),
    )
  })

  it('claims nothing for a salad or a lesson in the boxes that are read as prose', () => {
    for (const write of [saladOf(9), saladOf(30), lessonFor('capacity-estimation'), lessonFor('walkthrough-url-shortener')]) {
      const { criteria } = scored(wholeDrill(slug), withoutNumbers(exemplarOf(slug, 'strong'), write))
      const claimed = criteria.filter(c => c.tier === 'claimed')
      expect(claimed.length).toBeGreaterThan(0)
      expect(claimed.filter(c => c.verdict === 'met').map(c => [c.id, c.reason, c.evidence])).toEqual([])
    }
  })

  it('adds nothing to the weak one for words in its boxes', () => {
    for (const write of [saladOf(30), lessonFor('capacity-estimation')]) {
      const weak = exemplarOf(slug, 'weak')
      const filled = mapTexts(weak, (text, key) => ((prose.has(key) || labels.has(key)) && key !== 'by' ? write(key) : text))
      const [before, after] = [scoresOf(weakOf(slug)), scoresOf(scored(drillOf(slug), filled))]
      for (const [i, level] of levels.entries())
        expect([level, (after[i] ?? 1) <= (before[i] ?? 0), after[i]]).toEqual([level, true, after[i]])
    }
  })

  it('gives the strong one nothing for the prose of a lesson where its own words counted', () => {
    const paste = lessonFor('capacity-estimation')
    const pasted = mapTexts(exemplarOf(slug, 'strong'), (text, key) =>
      prose.has(key) && !isShort(key) && text !== '' ? paste(key) : text,
    )
    const before = verdictsOf(scored(drillOf(slug, 'strong'), exemplarOf(slug, 'strong')))
    const after = verdictsOf(scored(drillOf(slug, 'strong'), pasted))
    expect([before.reversible, before['impact-in-numbers']]).toEqual(['met', 'met'])
    expect([after.reversible, after['impact-in-numbers']]).toEqual(['partly', 'missed'])
  })

  it('holds every strong design at its own demand: nothing full, late, dear, or lost with a zone', () => {
    for (const { name, value } of exemplarsOf(slug).filter(one => rankOf(one.name) === 0)) {
      const report = scored(drillOf(slug, name), value.submission)
      const run = report.criteria.filter(c => c.kind === 'simulated')
      expect(run.length).toBeGreaterThanOrEqual(5)
      expect(run.filter(c => c.verdict !== 'met').map(c => [name, c.id, c.reason])).toEqual([])
    }
    const failed = weakOf(slug).criteria.filter(c => c.kind === 'simulated')
    expect(failed.filter(c => c.verdict !== 'missed').map(c => [c.id, c.reason])).toEqual([])
  })

  it('counts what was foreseen: met by what stood there, half for what came after, missed without', () => {
    const curveballs = sourceOf(slug).drill.value.curveballs
    const sitting = (draft: unknown): Timeline => ({
      firstMinutes: {},
      questions: [],
      curveballs: curveballs.map(({ id, minute }) => ({ id, minute, draft })),
    })
    const foreseen = (name: string, timeline?: Timeline) =>
      scored(drillOf(slug, name), exemplarOf(slug, name), timeline).criteria.filter(c => c.kind === 'foreseen')
    for (const { name } of exemplarsOf(slug).filter(one => rankOf(one.name) === 0)) {
      const early = foreseen(name, sitting(exemplarOf(slug, name)))
      expect(early.length).toBeGreaterThan(0)
      expect(early.filter(c => c.verdict !== 'met').map(c => [name, c.id, c.reason])).toEqual([])
      expect(foreseen(name, sitting({})).filter(c => c.verdict !== 'partly')).toEqual([])
      expect(foreseen(name).filter(c => c.verdict !== 'unsure' || c.possible !== 0)).toEqual([])
    }
    expect(foreseen('weak', sitting(exemplarOf(slug, 'weak'))).filter(c => c.verdict !== 'missed')).toEqual([])
  })

  it('has a solid design that can be typed in the time: at most 120 values and 350 words', () => {
    const { values, words } = effort(sourceOf(slug).exemplars.find(one => one.name === 'solid')?.value.submission)
    expect([values <= 120, words <= 350, values, words]).toEqual([true, true, values, words])
  })

  it('scores the same whatever components are called, however records are ordered, units written and prose put', () => {
    const drill = drillOf(slug, 'strong')
    const strong = exemplarOf(slug, 'strong')
    const before = verdictsOf(scored(drill, strong))
    const changes = fc.record({
      rename: fc.boolean(),
      order: fc.option(fc.integer({ min: 1, max: 2 ** 31 - 1 })),
      units: fc.boolean(),
      words: fc.boolean(),
    })
    fc.assert(
      fc.property(changes, ({ rename, order, units, words }) => {
        let changed: Bare = strong
        if (rename) changed = withOtherIds(changed)
        if (units) changed = mapTexts(changed, inOtherUnits) as Bare
        if (words) changed = mapTexts(changed, inOtherWords) as Bare
        if (order !== null) changed = shuffled(changed, order) as Bare
        expect(verdictsOf(scored(drill, changed))).toEqual(before)
      }),
      { seed: 7, numRuns: 12, examples: [[{ rename: true, order: 1, units: true, words: true }]] },
    )
  })

  it('is put to changes that change something', () => {
    const strong = exemplarOf(slug, 'strong')
    const ids = new Set(listAt(strong, 'architecture', 'components').map(component => component.id))
    expect(listAt(withOtherIds(strong), 'architecture', 'components').filter(({ id }) => ids.has(id))).toEqual([])
    for (const changed of [mapTexts(strong, inOtherUnits), mapTexts(strong, inOtherWords), shuffled(strong, 1)])
      expect(changed).not.toEqual(strong)
  })

  it('never gains, and loses where a criterion looks, by leaving out a part or a list of the strong one', () => {
    const drill = drillOf(slug, 'strong')
    const strong = exemplarOf(slug, 'strong')
    const whole = scored(drill, strong).tiers.verified.earned
    const parts = partsOf(strong)
    expect(parts.length).toBeGreaterThan(30)
    const after = parts.map(path => [path, scored(drill, without(strong, path.split('.'))).tiers.verified.earned] as const)
    expect(after.filter(([, earned]) => earned > whole)).toEqual([])
    expect(after.flatMap(([path, earned]) => (earned < whole ? [] : [path])).sort()).toEqual([...unread[slug]].sort())
  })

  it('never gains by leaving out one record of the strong one', () => {
    const drill = drillOf(slug, 'strong')
    const strong = exemplarOf(slug, 'strong')
    const whole = scored(drill, strong).tiers.verified.earned
    const records = recordsOf(strong)
    fc.assert(
      fc.property(fc.constantFrom(...records), path => {
        expect([path, scored(drill, withoutRecord(strong, path)).tiers.verified.earned <= whole]).toEqual([path, true])
      }),
      { seed: 7, numRuns: 25 },
    )
  })
})
