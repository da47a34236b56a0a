import { nearestName } from '#engine/quantity/nearest-name.ts'
import { problemAt, type Rule } from './rule.ts'

/**
 * The plan may name lessons and drills that are not written yet, so an unknown name is only a fault when it looks like a slip of the hand
 * for one that is written and that the plan names nowhere.
 */
export const planNames: Rule = content => {
  if (!content.plan) return []
  const { value, document } = content.plan
  const items = value.weeks.flatMap((week, w) =>
    week.items.map((item, i) =>
      'lesson' in item
        ? { kind: 'lesson' as const, slug: item.lesson, path: ['weeks', w, 'items', i, 'lesson'] }
        : { kind: 'drill' as const, slug: item.drill, path: ['weeks', w, 'items', i, 'drill'] },
    ),
  )
  return items.flatMap(({ kind, slug, path }) => {
    const written = kind === 'lesson' ? content.folders.lessons : content.folders.drills
    if (written.has(slug)) return []
    const named = new Set(items.filter(item => item.kind === kind).map(item => item.slug))
    const near = nearestName(
      slug,
      [...written].filter(other => !named.has(other)),
    )
    if (!near) return []
    const message = `names the ${kind} "${slug}", which does not exist; the plan names "${near}" nowhere`
    return [problemAt('plan-names', document.at(path), message, `write "${near}", or give the ${kind} another name`)]
  })
}
