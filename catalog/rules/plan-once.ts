import { problemAt, type Rule } from './rule.ts'

/** Each lesson and each drill stands in the plan once: "next" must mean one thing. */
export const planOnce: Rule = content => {
  if (!content.plan) return []
  const { value, document } = content.plan
  const seen = new Map<string, number>()
  return value.weeks.flatMap((week, w) =>
    week.items.flatMap((item, i) => {
      const [kind, slug] = 'lesson' in item ? ['lesson', item.lesson] : ['drill', item.drill]
      const before = seen.get(`${kind} ${slug}`)
      seen.set(`${kind} ${slug}`, before ?? w + 1)
      if (before === undefined) return []
      const place = document.at(['weeks', w, 'items', i, kind])
      return [
        problemAt(
          'plan-once',
          place,
          `names the ${kind} "${slug}" a second time (first in week ${before})`,
          'remove one of the two',
        ),
      ]
    }),
  )
}
