import { toPublicDrill } from '#engine/drill/drill.ts'
import { namedFormulas } from '#engine/formula/named-formulas.ts'
import type { SearchEntry } from '#engine/search/entry.ts'
import type { CatalogDrill, CompiledCatalog, CompiledLesson } from '../compiled-catalog.ts'
import type { Section } from '../lesson/guard-content.ts'

type Sections = ReadonlyMap<string, readonly Section[]>
type Searched = Omit<CompiledCatalog, 'version' | 'contentHash' | 'search'>

/** Everything that can be found. Of a drill only what a candidate sees before starting: its private half and its exemplars never get here. */
export function collectEntries(catalog: Searched, sections: Sections): SearchEntry[] {
  return [
    ...catalog.lessons.flatMap(lesson => ofLesson(lesson, sections.get(lesson.slug) ?? [])),
    ...catalog.drills.map(ofDrill),
    ...ofCards(catalog),
    ...ofFacts(catalog),
    ...ofFormulas(catalog),
    ...ofChoosers(catalog),
    ...ofChecklists(catalog),
  ]
}

const words = (...texts: readonly (string | undefined)[]) => texts.filter(Boolean).join(' ')

function ofLesson({ slug, title, summary, headings }: CompiledLesson, sections: readonly Section[]): SearchEntry[] {
  const href = `/lessons/${slug}`
  // A heading within a part of a lesson is no section of its own; anchors follow the headings in their order.
  let from = 0
  return [
    {
      id: `lesson:${slug}`,
      kind: 'lesson',
      title,
      heading: '',
      text: words(summary, sections[0]?.heading === '' ? sections[0].text : ''),
      href,
    },
    ...sections.flatMap(({ heading, text }, index): SearchEntry[] => {
      if (heading === '') return []
      const at = headings.findIndex((h, i) => i >= from && h.text === heading)
      if (at >= 0) from = at + 1
      const anchor = at >= 0 ? `#${headings[at]?.id}` : ''
      return [{ id: `lesson:${slug}:${index}`, kind: 'lesson', title, heading, text, href: `${href}${anchor}` }]
    }),
  ]
}

function ofDrill({ slug, compiled }: CatalogDrill): SearchEntry {
  const { title, level, minutes, summary } = toPublicDrill(compiled.drill)
  return {
    id: `drill:${slug}`,
    kind: 'drill',
    title,
    heading: '',
    text: `${summary} ${level}, ${minutes} minutes.`,
    href: `/drills/${slug}`,
  }
}

function ofCards({ cards, lessons }: Searched): SearchEntry[] {
  const titles = new Map(lessons.map(({ slug, title }) => [slug, title]))
  // A card leads to its lesson; one whose lesson is not written yet leads nowhere.
  return cards.flatMap((card): SearchEntry[] => {
    const lesson = titles.get(card.lesson)
    if (lesson === undefined) return []
    const text = words('answer' in card ? card.answer : undefined, card.why)
    return [{ id: `card:${card.key}`, kind: 'card', title: card.ask, heading: lesson, text, href: `/lessons/${card.lesson}` }]
  })
}

function ofFacts({ facts, factGroups }: Searched): SearchEntry[] {
  const groups = new Map(factGroups.flatMap(({ title, facts: ids }) => ids.map(id => [id, title] as const)))
  return facts.map(({ id, name, value, sure, note, source }) => ({
    id: `number:${id}`,
    kind: 'number' as const,
    title: name,
    heading: groups.get(id) ?? '',
    text: words(`${value} (${sure}).`, note, source.title),
    href: `/reference/numbers#${id}`,
  }))
}

function ofFormulas({ sizing }: Searched): SearchEntry[] {
  return [
    ...namedFormulas.map(({ id, title, formula, says }) => ({
      id: `formula:${id}`,
      kind: 'formula' as const,
      title,
      heading: '',
      text: words(formula, says),
      href: `/reference/formulas#${id}`,
    })),
    ...(sizing?.rules ?? []).map(rule => ({
      id: `formula:rule-${rule.id}`,
      kind: 'formula' as const,
      title: rule.title,
      heading: 'From a demand to a plan',
      text: words(...rule.gives.map(({ what, formula }) => words(what, formula && `= ${formula}.`)), rule.weakness),
      href: `/reference/formulas#rule-${rule.id}`,
    })),
  ]
}

function ofChoosers({ choosers }: Searched): SearchEntry[] {
  return choosers.flatMap(({ id, title, ask, note, results }): SearchEntry[] => [
    { id: `chooser:${id}`, kind: 'chooser', title, heading: '', text: words(ask, note), href: `/reference/choosers/${id}` },
    ...results.map(
      (result): SearchEntry => ({
        id: `chooser:${id}:${result.id}`,
        kind: 'chooser',
        title,
        heading: result.title,
        text: words(result.because, result.not),
        href: `/reference/choosers/${id}#${result.id}`,
      }),
    ),
  ])
}

function ofChecklists({ checklists }: Searched): SearchEntry[] {
  return checklists.flatMap(({ id, title, groups }) =>
    groups.flatMap(group =>
      group.items.map(item => ({
        id: `checklist:${id}:${item.id}`,
        kind: 'checklist' as const,
        title: item.text,
        heading: `${title}: ${group.title}`,
        text: item.instead ?? '',
        href: `/checklists/${id}#${item.id}`,
      })),
    ),
  )
}
