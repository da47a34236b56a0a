import { problemAt, type Rule } from './rule.ts'

/** The plan gives a lesson or a drill the minutes that it gives itself, so that Today and the page agree. */
export const planMinutes: Rule = content => {
  if (!content.plan) return []
  const { value, document } = content.plan
  const lessons = new Map(content.lessons.map(lesson => [lesson.slug, lesson.front.value.minutes]))
  const drills = new Map(content.drills.map(drill => [drill.slug, drill.drill.value.minutes]))
  return value.weeks.flatMap((week, w) =>
    week.items.flatMap((item, i) => {
      const [name, minutes] = 'lesson' in item ? [item.lesson, lessons.get(item.lesson)] : [item.drill, drills.get(item.drill)]
      if (minutes === undefined || minutes === item.minutes) return []
      const place = document.at(['weeks', w, 'items', i, 'minutes'])
      return [
        problemAt(
          'plan-minutes',
          place,
          `gives "${name}" ${item.minutes} minutes; it gives itself ${minutes}`,
          'make them agree',
        ),
      ]
    }),
  )
}
