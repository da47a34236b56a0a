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
import {
  type Bare,
  boxesOfClients,
  effort,
  inOtherUnits,
  inOtherWords,
  isList,
  isShort,
  labels,
  listAt,
  mapTexts,
  partsOf,
  piecesOf,
  prose,
  recordsOf,
  saladOf,
  shuffled,
  withOtherIds,
  without,
  withoutNumbers,
  withoutRecord,
} from '#tests/factories/altered-designs.ts'

/** The drills that are sat for a score; a new one is added here by hand, so that none is left out unseen. */
const slugs = ['cell-based-social-2b', 'ecommerce-100k-to-10m', 'realtime-fraud-detection', 'url-shortener'] as const
const levels = ['L6', 'L7'] as const

type Slug = (typeof slugs)[number]

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

/** A whole lesson, piece by piece. */
function lessonFor(slug: string) {
  const text = content.lessons.find(lesson => lesson.slug === slug)?.mdx.text ?? ''
  expect(text.length).toBeGreaterThan(4000)
  return piecesOf(text)
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
