import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readTree } from '#catalog/source/read-tree.ts'
import { planSchema } from '#engine/plan/plan.ts'
import { hashOf, runsOf, unpackHashes } from '#tests/factories/word-runs.ts'

const fixture = (name: string) => JSON.parse(readFileSync(join(import.meta.dirname, '../fixtures/seeds', name), 'utf8'))

let texts: ReadonlyMap<string, string>

beforeAll(async () => {
  const tree = await readTree([{ folder: resolve('content'), shown: 'content' }])
  texts = new Map(tree.files.map(file => [file.path, file.text]))
})

describe('the words of the content', () => {
  it('are our own: no eight words in a row of lessons, cards, drills, choosers or checklists stand in a seed', () => {
    const seeds = unpackHashes(fixture('runs.json').runs)
    expect(seeds.size).toBeGreaterThan(5000)
    const copied = [...texts]
      .filter(([path]) => /^(lessons|cards|drills)\/|^(choosers|checklists)\.yaml$/.test(path))
      .flatMap(([path, text]) => runsOf(text).flatMap(run => (seeds.has(hashOf(run)) ? [`${path}: ${run}`] : [])))
    expect(copied).toEqual([])
  })

  it('finds a run that is copied', () => {
    const seeds = unpackHashes(fixture('runs.json').runs)
    const sentence = 'the quick brown fox jumps over the lazy dog and then goes home'
    expect(runsOf(sentence).some(run => seeds.has(hashOf(run)))).toBe(false)
    expect(runsOf(sentence)).toHaveLength(6)
  })
})

const general = new Set(
  'scali scale perfo techn optim strat imple compr funda resou conti learn concl essen syste desig compo archi patte examp probl exist solve speci point takea prere basic mecha behav impac busin imper secti scena defin econo pract strate miles expec quick refer appro defini impli world based scala under'.split(
    ' ',
  ),
)

describe('what the seeds hold', () => {
  const { headings }: { headings: readonly { seed: string; heading: string; lessons: readonly string[] }[] } =
    fixture('coverage.json')
  const { issues }: { issues: readonly string[] } = fixture('corrections.json')
  const lessonOf = (slug: string) => texts.get(`lessons/${slug}/lesson.mdx`)

  it('is covered, heading by heading: each has a lesson, and together its lessons speak of it', () => {
    expect(headings).toHaveLength(197)
    const uncovered = headings.filter(({ heading, lessons }) => {
      const written = lessons.flatMap(slug => lessonOf(slug) ?? [])
      if (lessons.length === 0 || written.length < lessons.length) return true
      // Words that any heading may have say nothing of what it is about.
      const words = (heading.toLowerCase().match(/[a-z]{5,}/g) ?? [])
        .map(word => word.slice(0, 5))
        .filter(word => !general.has(word))
      const text = [...lessons, ...written].join(' ').toLowerCase()
      return words.length > 0 && !words.some(word => text.includes(word))
    })
    expect(uncovered.map(({ seed, heading }) => `${seed}: ${heading}`)).toEqual([])
  })

  it('is corrected where it was wrong: all 89 entries stand in docs/corrections.md, each where it says', () => {
    expect(issues).toHaveLength(89)
    const rows = readFileSync('docs/corrections.md', 'utf8')
      .split('\n')
      .filter(line => line.startsWith('| E-'))
    expect(rows.map(row => row.split(' ')[1]).toSorted()).toEqual(issues.toSorted())
    const placed = [...texts].flatMap(([path, text]) => {
      const slug = /^lessons\/([^/]+)\//.exec(path)?.[1]
      return slug === undefined ? [] : [...text.matchAll(/issue="(E-[A-Z0-9.]+)"/g)].map(([, id]) => `${id} ${slug}`)
    })
    const said = rows.flatMap(row =>
      [...row.matchAll(/content\/lessons\/([^/]+)\/lesson\.mdx/g)].map(([, slug]) => `${row.split(' ')[1]} ${slug}`),
    )
    expect(said.toSorted()).toEqual([...new Set(placed)].toSorted())
  })

  it('is in the eight weeks: each of the 28 items of both study plans, or as a part of the product', () => {
    const { items }: { items: readonly { weeks: string; covers: readonly string[]; feature?: string }[] } =
      fixture('plan-items.json')
    expect(items).toHaveLength(28)
    const { weeks } = planSchema.parse(parse(texts.get('plan.yaml') ?? ''))
    const weekOf = new Map(
      weeks.flatMap((week, w) => week.items.map(item => ['lesson' in item ? item.lesson : item.drill, w + 1] as const)),
    )
    for (const { covers, feature } of items) {
      expect(covers.length > 0 || feature !== undefined).toBe(true)
      expect(covers.filter(slug => !weekOf.has(slug))).toEqual([])
    }
    expect(items.flatMap(({ feature }) => feature ?? [])).toEqual([
      'timed mode of every drill',
      'answer recording / attempt review',
      'review by a peer: attempt page with comments',
      'mock interview mode',
    ])
  })
})
