import { nearestName } from '#engine/quantity/nearest-name.ts'
import type { Place, Problem } from '../problem.ts'
import type { Content, LessonSource } from '../source/content.ts'

/** A rule looks at all content and says what is wrong with it. It never throws and never stops at the first fault. */
export type Rule = (content: Content) => readonly Problem[]

/** A problem at a place. */
export const problemAt = (rule: string, place: Place, message: string, mend: string): Problem => ({
  rule,
  ...place,
  message,
  mend,
})

/** The place of a component or link inside a lesson's text. */
export const inText = (file: string, spot: { readonly line: number; readonly column: number }): Place => ({
  file,
  path: '',
  line: spot.line,
  column: spot.column,
})

export const startOf = (lesson: LessonSource): Place => ({ file: lesson.file, path: '', line: 1, column: 1 })

/** The slugs that the plan names, whether or not they are written yet. */
export function plannedSlugs(content: Content, kind: 'lesson' | 'drill'): ReadonlySet<string> {
  const items = content.plan?.value.weeks.flatMap(week => week.items) ?? []
  return new Set(
    items.flatMap(item => ('lesson' in item ? (kind === 'lesson' ? [item.lesson] : []) : kind === 'drill' ? [item.drill] : [])),
  )
}

/** True when a lesson or drill exists or is planned: both have a page. */
export function isKnown(content: Content, kind: 'lesson' | 'drill', slug: string): boolean {
  const written = kind === 'lesson' ? content.folders.lessons : content.folders.drills
  return written.has(slug) || plannedSlugs(content, kind).has(slug)
}

/** A mend that offers the nearest name, when there is one. */
export function didYouMean(word: string, names: Iterable<string>, otherwise: string): string {
  const near = nearestName(word, names)
  return near ? `did you mean "${near}"?` : otherwise
}
