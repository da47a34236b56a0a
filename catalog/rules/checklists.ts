import { didYouMean, isKnown, plannedSlugs, problemAt, type Rule } from './rule.ts'

/** Ticks are kept by the ids of list and item, so each is there once; lessons, drills and choosers that an item leads to exist. */
export const checklists: Rule = content => {
  if (!content.checklists) return []
  const { value, document } = content.checklists
  const lists = new Set<string>()
  const tables = content.choosers?.value.choosers.map(({ id }) => id) ?? []
  return value.lists.flatMap((list, l) => {
    const say = (path: readonly PropertyKey[], message: string, mend: string) =>
      problemAt('checklists', document.at(['lists', l, ...path]), message, mend)
    const names = (kind: 'lesson' | 'drill') => [
      ...(kind === 'lesson' ? content.folders.lessons : content.folders.drills),
      ...plannedSlugs(content, kind),
    ]
    const unknown = (kind: 'lesson' | 'drill', slugs: readonly string[], path: readonly PropertyKey[]) =>
      slugs.flatMap((slug, i) =>
        isKnown(content, kind, slug)
          ? []
          : [
              say(
                [...path, i],
                `names the ${kind} "${slug}", which does not exist and is not planned`,
                didYouMean(slug, names(kind), `write the ${kind}, or remove the name`),
              ),
            ],
      )
    const again = lists.has(list.id) ? [say(['id'], `"${list.id}" is there twice`, 'give each list its own id')] : []
    lists.add(list.id)
    const items = new Set<string>()
    return [
      ...again,
      ...list.groups.flatMap((group, g) =>
        group.items.flatMap((item, i) => {
          const at = ['groups', g, 'items', i]
          const twice = items.has(item.id) ? [say([...at, 'id'], `"${item.id}" is there twice`, 'give each item its own id')] : []
          items.add(item.id)
          const table = /^\/reference\/choosers\/([a-z0-9-]+)/.exec(item.page?.href ?? '')?.[1]
          return [
            ...twice,
            ...unknown('lesson', item.lessons, [...at, 'lessons']),
            ...unknown('drill', item.drills, [...at, 'drills']),
            ...(item.seen && 'lessons' in item.seen ? unknown('lesson', item.seen.lessons, [...at, 'seen', 'lessons']) : []),
            ...(item.seen && list.each === 'attempt'
              ? [say([...at, 'seen'], 'is seen by the app, but the list is of one attempt', 'remove "seen", or "each: attempt"')]
              : []),
            ...(table === undefined || tables.includes(table)
              ? []
              : [
                  say(
                    [...at, 'page', 'href'],
                    `leads to the chooser "${table}", which does not exist`,
                    didYouMean(table, tables, 'write it in choosers.yaml, or remove the page'),
                  ),
                ]),
          ]
        }),
      ),
    ]
  })
}
