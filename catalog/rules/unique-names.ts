import type { Problem } from '../problem.ts'
import type { YamlDocument } from '../source/yaml-document.ts'
import { problemAt, type Rule } from './rule.ts'

/** What is named by an id is named once: facts, component kinds and their aliases, and everything inside one drill. */
export const uniqueNames: Rule = content => [
  ...repeats(
    content.facts.map(({ fact, document, path }) => ({ name: fact.id, document, path: [...path, 'id'] })),
    'fact',
  ),
  ...(content.kinds
    ? repeats(
        content.kinds.value.kinds.flatMap((kind, k) => [
          { name: kind.id, document: kindsDocument(content), path: ['kinds', k, 'id'] },
          ...kind.aliases.map((alias, a) => ({
            name: alias.toLowerCase(),
            document: kindsDocument(content),
            path: ['kinds', k, 'aliases', a],
          })),
        ]),
        'kind or alias',
      )
    : []),
  ...content.drills.flatMap(({ drill, criteria }) => {
    const { facts, slots, targets, phases, curveballs } = drill.value
    const ids = (list: readonly { readonly id: string }[], key: string) =>
      list.map((item, i) => ({ name: item.id, document: drill.document, path: [key, i, 'id'] }))
    const named = facts.flatMap((fact, i) =>
      fact.name ? [{ name: fact.name, document: drill.document, path: ['facts', i, 'name'] }] : [],
    )
    return [
      ...repeats(ids(facts, 'facts'), 'fact'),
      ...repeats([...named, ...ids(slots, 'slots'), ...ids(targets, 'targets')], 'name in formulas'),
      ...repeats(ids(phases, 'phases'), 'phase'),
      ...repeats(ids(curveballs, 'curveballs'), 'curveball'),
      ...repeats(
        criteria.value.criteria.map((c, i) => ({ name: c.id, document: criteria.document, path: ['criteria', i, 'id'] })),
        'criterion',
      ),
    ]
  }),
]

type Named = { readonly name: string; readonly document: YamlDocument | undefined; readonly path: readonly PropertyKey[] }

const kindsDocument = (content: { readonly kinds: { readonly document: YamlDocument } | undefined }) => content.kinds?.document

function repeats(items: readonly Named[], what: string): Problem[] {
  const seen = new Map<string, number>()
  return items.flatMap(({ name, document, path }) => {
    if (!document) return []
    const place = document.at(path)
    const before = seen.get(name)
    if (before === undefined) {
      seen.set(name, place.line)
      return []
    }
    return [
      problemAt(
        'unique-names',
        place,
        `gives the ${what} "${name}" a second time (first on line ${before})`,
        'give each its own name',
      ),
    ]
  })
}
