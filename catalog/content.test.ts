import { resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { parseSubmission } from '#engine/design/parse-submission.ts'
import { referenceScope } from '#engine/rubric/estimates.ts'
import { scoreSubmission } from '#engine/rubric/score-submission.ts'
import { evaluateExpression } from '#engine/worksheet/worksheet.ts'
import { compileCatalog } from './compile-catalog.ts'
import type { CatalogDrill, CompiledCatalog } from './compiled-catalog.ts'
import { compileMdx } from './lesson/compile-mdx.ts'
import { formatProblem } from './problem.ts'
import { type Root, readTree } from './source/read-tree.ts'

const roots: readonly Root[] = [{ folder: resolve('content'), shown: 'content' }]
let catalog: CompiledCatalog
let texts: ReadonlyMap<string, string>

beforeAll(async () => {
  const result = await compileCatalog(roots, compileMdx)
  if (!result.ok) throw new Error(result.problems.map(formatProblem).join('\n'))
  catalog = result.catalog
  texts = new Map((await readTree(roots)).files.map(file => [file.path, file.text]))
}, 30_000)

const drill = (slug: string): CatalogDrill => {
  const found = catalog.drills.find(one => one.slug === slug)
  if (!found) throw new Error(`no drill ${slug}`)
  return found
}

const reportOf = (slug: string, name: string) => {
  const found = drill(slug).exemplars.find(one => one.name === name)
  const parsed = parseSubmission(found?.exemplar.submission)
  if (!parsed.ok) throw new Error(`exemplar ${name} does not parse`)
  return scoreSubmission(drill(slug).compiled, { submission: parsed.submission }, { seed: 1 })
}

describe('our content', () => {
  it('names all 36 lessons and 51 drills in eight weeks, each once', () => {
    const items = catalog.plan.weeks.flatMap(week => week.items)
    expect(catalog.plan.weeks).toHaveLength(8)
    expect(new Set(items.flatMap(item => ('lesson' in item ? [item.lesson] : []))).size).toBe(36)
    expect(new Set(items.flatMap(item => ('drill' in item ? [item.drill] : []))).size).toBe(51)
  })

  it('has lessons of a length that fits forty minutes', () => {
    for (const lesson of catalog.lessons) {
      // All that is read, the text of checks and disputed notes included.
      const text = (texts.get(`lessons/${lesson.slug}/lesson.mdx`) ?? '')
        .replace(/^---[\s\S]*?---/, '')
        .replace(/```[\s\S]*?```/g, '')
      const words = text.split(/\s+/).filter(word => /[a-z]/i.test(word)).length
      expect([lesson.slug, lesson.words >= 900 && lesson.words <= 1800, words <= 2600]).toEqual([lesson.slug, true, true])
    }
  })

  it('has lessons in plain English: short sentences and a reading ease above 55', () => {
    for (const { slug, readability } of catalog.lessons)
      expect([slug, readability.sentence <= 25, readability.ease >= 55]).toEqual([slug, true, true])
  })

  it('has 3 to 6 checks of at least two kinds in each lesson', () => {
    for (const lesson of catalog.lessons) expect(lesson.checks.length).toSatisfy((n: number) => n >= 3 && n <= 6)
  })
})

/** Numbers that stand in sentences (what is computed in the page needs no test), each with what it must come from. */
const written: readonly [slug: string, text: string, expression: string, value: number, within: number][] = [
  ['capacity-estimation', 'a month of thirty days about 2.6 million', '30 days / 1 s', 2.6e6, 0.01],
  ['capacity-estimation', 'take 43% more load', '(10K - 7K) / 7K', 0.43, 0.01],
  ['capacity-estimation', 'nine hundred per cent of headroom', '(10 - 1) / 1', 9, 0],
  ['capacity-estimation', 'about forty a second', '100M /month', 40, 0.05],
  ['capacity-estimation', 'four thousand on average', '100M /month * 100', 4000, 0.05],
  ['capacity-estimation', 'fifty gigabytes a month', '100M * 500 B', 50e9, 0],
  ['capacity-estimation', 'three terabytes over the five years', '100M /month * 500 B * 5 years', 3e12, 0.02],
  ['capacity-estimation', 'the database sees about two hundred a second', '10B /month * 5%', 200, 0.05],
  ['capacity-estimation', 'Three nines leave forty-three minutes a month', '(1 - 99.9%) * 30 days / 1 minute', 43, 0.01],
  ['capacity-estimation', 'sixty times 50 GB is 3 TB', '60 * 50 GB', 3e12, 0],
  ['walkthrough-url-shortener', 'About 67 reads a second for each of three replicas', '10B /month * 5% / 3', 67, 0.05],
  ['walkthrough-url-shortener', 'About 3,900 redirects a second', '10B /month', 3900, 0.02],
  ['walkthrough-url-shortener', 'Seven characters hold about 41.7 bits', 'log2(62^7)', 41.7, 0.001],
  ['walkthrough-url-shortener', 'four values in five are longer', '1 - 62^7 / 2^44', 0.8, 0.01],
  [
    'walkthrough-url-shortener',
    'some 53 million colliding pairs',
    '(0.8 * 6B)^2 / (2 * 227B) + (0.2 * 6B)^2 / (2 * 62^7)',
    53e6,
    0.05,
  ],
  ['walkthrough-url-shortener', '5.1 million for codes spread evenly', '6B^2 / (2 * 62^7)', 5.1e6, 0.01],
  ['walkthrough-url-shortener', 'one code in ten taken at the end', '6B / 62^6', 0.1, 0.06],
  ['walkthrough-url-shortener', 'Sixteen shards would get 2.5 writes a second each', '40 / 16', 2.5, 0],
  ['walkthrough-url-shortener', 'moves about 94% of the keys', '16 / 17', 0.94, 0.01],
  ['walkthrough-url-shortener', 'a ring with virtual nodes moves about 6%', '1 / 17', 0.06, 0.03],
  ['walkthrough-url-shortener', 'about 3.5 trillion', '62^7', 3.5e12, 0.01],
  ['walkthrough-url-shortener', 'In year three the table passes 1.5 TB', '1.5 TB / (50 GB /month) / 1 year', 2.5, 0.02],
  ['resilience-and-chaos', 'Five attempts take a second and a half', '5 * 300 ms / 1 s', 1.5, 0],
  ['consensus-and-spanner', 'a dozen commits a second are left', '1 / (80 ms + 2 * 0.3 ms) / (1 /s)', 12, 0.05],
  ['consensus-and-spanner', 'about a millisecond and a half inside the region', '(1 ms + 2 * 0.3 ms) / 1 ms', 1.5, 0.1],
  ['case-s3-dynamodb-lambda', 'eleven nines mean ten losses a year in a trillion', '1T * 10^(-11)', 10, 0],
  ['case-s3-dynamodb-lambda', "the worksheet's answer of 22,000 holds", '50K * (80% * 40% + 20% * 60%)', 22000, 0],
  ['case-s3-dynamodb-lambda', '12,000 of the hot 30,000 and 12,000 of the cold 20,000 remain', '30K * 40%', 12000, 0],
  ['case-streaming-prime-video', 'from 5 to 50 Gbps', '10M * 5 Mbps * 5% * 2% / 1 Gbps', 50, 0],
  ['case-streaming-prime-video', 'A million viewers at five megabits are five terabits a second', '1M * 5 Mbps / 1 Tbps', 5, 0],
  ['case-mag7', 'sharing pays for its team three times over', '(100K / 20% - 100K / 55%) * 15 * 12 / (60 * 300K)', 3, 0.07],
  ['case-mag7', 'Half a million on every cache server', '10K * 50', 500000, 0],
  ['security-and-compliance', 'deleting is late by two months', '(90 days - 30 days) / 30 days', 2, 0],
  ['load-testing-and-monitoring', 'about 14 times, 2% of the month in an hour', '1 hour * (1.44% / 0.1%) / 30 days', 0.02, 0.01],
  ['load-testing-and-monitoring', '720 hours over forty are eighteen', '30 days / (2% / 0.05%) / 1 hour', 18, 0],
  ['tradeoff-framework', 'Alone, a record takes 5.1 ms', '(5 ms + 0.1 ms) / 1 ms', 5.1, 0],
  ['tradeoff-framework', 'the first of them waits 59 ms', '(49 / (1000 /s) + 5 ms + 50 * 0.1 ms) / 1 ms', 59, 0],
  ['tradeoff-framework', 'over three years the bills are within a fifth of each other', '1 - 477 / 525', 0.1, 0.1],
  ['walkthrough-ecommerce-100x', 'Three servers do 333 requests a second each', '1000 / 3', 333, 0.002],
  ['walkthrough-ecommerce-100x', 'would do 2,000 each: six times as much', '1000 * 100 / 50', 2000, 0],
  ['walkthrough-ecommerce-100x', 'no number of replicas gets past five times', '1 / (1 - 80%)', 5, 0],
  ['walkthrough-ecommerce-100x', 'three get to little over two', '1 / (20% + 80% / 3)', 2.1, 0.03],
  ['walkthrough-ecommerce-100x', 'need four hashed shards', 'ceil(5000 / (2000 * (1 - 1/3)))', 4, 0],
  ['walkthrough-ecommerce-100x', 'or fifteen if nothing leaves', 'ceil(20000 / (2000 * (1 - 1/3)))', 15, 0],
  ['walkthrough-ecommerce-100x', 'What is left at the database is 8 reads to 20 writes', '80 * (1 - 90%)', 8, 0.001],
  ['walkthrough-search-and-exec-communication', 'It is 37% more every month', '3.7 / 10', 0.37, 0],
  [
    'walkthrough-search-and-exec-communication',
    'over 18 months between 21 and 52 million',
    '17.5 * 0.2 + 16 * 1.5 + 12 * 2',
    52,
    0.02,
  ],
  ['walkthrough-search-and-exec-communication', 'half of 150 ms is 75', '150 / 2', 75, 0],
  ['walkthrough-search-and-exec-communication', 'On one period it is 20.4 million against 15', '1.7 * 12', 20.4, 0],
  [
    'walkthrough-search-and-exec-communication',
    'pay only if more than a third of the risk is averted',
    '12 * 1.7 / (12 * 5)',
    0.33,
    0.04,
  ],
  ['interview-execution', 'each other part gets four', '(60 - 5 - 10 - 12) / 8', 4, 0.05],
  ['interview-execution', 'With twenty-five it gets two and a half', '(60 - 5 - 10 - 25) / 8', 2.5, 0],
  ['interview-execution', '24 minutes for eight parts', '60 - 5 - 10 - 21', 24, 0],
]

describe('numbers in sentences', () => {
  it.each(written)('%s: "%s" agrees with %s', (slug, text, expression, value, within) => {
    const flat = (texts.get(`lessons/${slug}/lesson.mdx`) ?? '').replace(/\n> /g, ' ').replace(/\s+/g, ' ')
    expect(flat).toContain(text)
    const result = evaluateExpression(expression)
    if (!result.ok) throw new Error(result.error.message)
    expect(Math.abs(result.value.quantity.base / value - 1)).toBeLessThanOrEqual(within + 1e-9)
  })
})

describe('the drill url-shortener', () => {
  it('asks for the twelve numbers of the inventory', () => {
    const { compiled } = drill('url-shortener')
    const scope = referenceScope(compiled.drill)
    const expected = {
      create_rate: 38.58,
      redirect_rate: 3858,
      peak_redirects: 11574,
      stored_month: 50e9,
      stored_total: 3e12,
      records_total: 6e9,
      redirect_bandwidth: 2e6,
      db_reads: 200,
      shards: 60,
      code_space: 62 ** 7,
      hot_set: 33.3e9,
      error_budget: 43.2 * 60,
    }
    expect(compiled.drill.targets.map(target => target.id)).toEqual(Object.keys(expected))
    for (const [id, value] of Object.entries(expected)) {
      expect([id, Math.abs((scope[id]?.base ?? 0) / value - 1) <= 0.05]).toEqual([id, true])
    }
  })

  it('says of every number whether it is average or peak, and of bytes whether before replication', () => {
    for (const target of drill('url-shortener').compiled.drill.targets) {
      if (['/s', 'MB/s'].includes(target.unit)) expect(target.ask).toMatch(/average|peak/)
      if (['GB', 'TB'].includes(target.unit)) expect(target.ask).toMatch(/before any replication|average/)
    }
  })

  it('has at least 30 criteria over the ten dimensions, a self-assessed tier, and facts that must be asked for', () => {
    const { criteria, drill: data } = drill('url-shortener').compiled
    expect(criteria.filter(criterion => criterion.kind !== 'self').length).toBeGreaterThanOrEqual(30)
    expect(new Set(criteria.map(criterion => criterion.dimension)).size).toBe(10)
    expect(criteria.some(criterion => criterion.kind === 'self')).toBe(true)
    expect(data.facts.filter(fact => !fact.given).length).toBeGreaterThanOrEqual(8)
  })

  it('orders its exemplars: strong, solid, weak, empty but long', () => {
    const earned = ['strong', 'solid', 'weak', 'empty-but-long'].map(
      name => reportOf('url-shortener', name).tiers.verified.earned,
    )
    expect(earned).toEqual([...earned].sort((a, b) => b - a))
    expect(new Set(earned).size).toBe(4)
  })

  it('names the slips of the weak exemplar and takes one mark for each', () => {
    const estimates = new Map(reportOf('url-shortener', 'weak').estimates.map(estimate => [estimate.target, estimate]))
    expect(estimates.get('create_rate')).toMatchObject({
      verdict: 'missed',
      slip: { explanation: expect.stringMatching(/month/) },
    })
    expect(estimates.get('redirect_rate')).toMatchObject({ verdict: 'met' })
    expect(estimates.get('redirect_bandwidth')).toMatchObject({
      verdict: 'missed',
      slip: { explanation: expect.stringMatching(/bits/) },
    })
  })

  it('has a solid exemplar that can be typed in the time: at most 120 values and 350 words', () => {
    const solid = drill('url-shortener').exemplars.find(one => one.name === 'solid')
    const { values, words } = effort(solid?.exemplar.submission)
    expect([values <= 120, words <= 350, values, words]).toEqual([true, true, values, words])
  })
})

/** What a person enters: ids come by themselves, so does the fact that a question reveals; a route is one entry; the worksheet is words. */
function effort(value: unknown, key = ''): { values: number; words: number } {
  if (Array.isArray(value) && key !== 'route' && key !== 'owns') return sum(value.map(item => effort(item, key)))
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return sum(
      Object.entries(value).map(([name, inner]) => {
        const free =
          name === 'id' || name === 'slot' || (name === 'target' && key === 'answers') || (name === 'fact' && key === 'questions')
        return free ? { values: 0, words: 0 } : effort(inner, typeof inner === 'object' ? name : key)
      }),
    )
  }
  const text = typeof value === 'string' && /\s/.test(value) ? value.split(/\s+/).filter(Boolean).length : 0
  return typeof value === 'string' && value.includes('\n') ? { values: 0, words: text } : { values: 1, words: text }
}

const sum = (parts: readonly { values: number; words: number }[]) =>
  parts.reduce((total, part) => ({ values: total.values + part.values, words: total.words + part.words }), {
    values: 0,
    words: 0,
  })
