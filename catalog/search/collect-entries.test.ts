import { resolve } from 'node:path'
import MiniSearch from 'minisearch'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadCatalog } from '#catalog/catalog.ts'
import { type SearchEntry, searchIndexOptions } from '#engine/search/entry.ts'
import { groupHits } from '#engine/search/results.ts'
import { toHits } from '#engine/search/to-hits.ts'
import { runBuildCatalog } from '../build-catalog.ts'

let catalog: Awaited<ReturnType<typeof loadCatalog>>
let index: MiniSearch<SearchEntry>
const { fields, storeFields, ...options } = searchIndexOptions

beforeAll(async () => {
  expect(await runBuildCatalog([], () => {})).toBe(0)
  catalog = await loadCatalog({ root: resolve('.'), contentFolder: undefined, dataFolder: '', watch: false })
  index = MiniSearch.loadJSON(catalog.search(), { ...options, fields: [...fields], storeFields: [...storeFields] })
}, 120_000)

const find = (query: string) => toHits(index.search(query))

/** Every text of a value, however deep. */
const textsOf = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []

describe('the index of the search', () => {
  it('finds a section of a lesson by its heading and leads to its anchor', () => {
    for (const lesson of catalog.lessons())
      for (const heading of lesson.headings.slice(0, 3)) {
        const hit = find(`${lesson.title} ${heading.text}`).find(h => h.href === `/lessons/${lesson.slug}#${heading.id}`)
        expect(hit?.title, `${lesson.slug}#${heading.id}`).toBe(lesson.title)
      }
  })

  it('finds numbers, formulas, choosers, cards, drills and checklists', () => {
    const kinds = (query: string) => groupHits(find(query), 3).map(({ kind }) => kind)
    expect(find('64 bytes of memory at random')[0]).toMatchObject({ kind: 'number', href: '/reference/numbers#memory-random' })
    expect(find("little's law").some(hit => hit.href === '/reference/formulas#littles-law')).toBe(true)
    expect(find('which storage tier')[0]?.href).toMatch(/^\/reference\/choosers\/storage-tier/)
    expect(kinds('cache')).toEqual(expect.arrayContaining(['lesson', 'card', 'chooser', 'checklist']))
    expect(find('url shortener').some(({ kind }) => kind === 'drill')).toBe(true)
  })

  it('forgives a slip of the hand and a word half typed', () => {
    expect(find('consistant hash').length).toBeGreaterThan(0)
    expect(find('idempot').length).toBeGreaterThan(0)
    expect(find('xyzzyq')).toEqual([])
  })

  it('holds nothing of the private half of a drill: no formula, rubric, curveball, exemplar or fact that is asked for', () => {
    const drills = toHits(index.search(MiniSearch.wildcard)).filter(({ kind }) => kind === 'drill')
    expect(drills).toHaveLength(catalog.drills().length)
    const shown = toHits(index.search(MiniSearch.wildcard)).flatMap(({ title, heading, text }) => [title, heading, text])
    const all = shown.join('\n')
    for (const { compiled, exemplars, tests } of catalog.drills()) {
      const { facts, slots, targets, curveballs, debrief, phases } = compiled.drill
      const secret = textsOf([
        facts.map(({ text }) => text),
        slots.map(({ ask }) => ask),
        targets.map(({ ask, rule }) => [ask, rule]),
        curveballs.map(({ text, debrief: why }) => [text, why]),
        debrief,
        phases.map(({ checklist, prompt }) => [checklist, prompt]),
        compiled.criteria.map(({ question, mend }) => [question, mend]),
        tests,
        exemplars.map(({ exemplar }) => [exemplar.about, exemplar.submission]),
      ]).filter(text => text.split(/\s+/).length >= 5)
      expect(secret.length).toBeGreaterThan(0)
      expect(secret.filter(text => all.includes(text))).toEqual([])
      const formulas = targets.map(({ formula }) => formula).filter(formula => formula.length > 15)
      const own = drills.find(({ href }) => href === `/drills/${compiled.drill.slug}`)
      expect(own?.text).toBe(`${compiled.drill.summary} ${compiled.drill.level}, ${compiled.drill.minutes} minutes.`)
      expect(formulas.filter(formula => drills.some(({ text }) => text.includes(formula)))).toEqual([])
    }
  })
})
