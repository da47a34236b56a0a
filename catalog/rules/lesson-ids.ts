import { inText, problemAt, type Rule } from './rule.ts'

/** Answers and drafts are kept by the ids of a lesson's parts, so each has its own. */
export const lessonIds: Rule = content =>
  content.lessons.flatMap(lesson => {
    const seen = new Map<string, number>()
    return lesson.mdx.parts.flatMap(part => {
      const id = part.name === 'Fact' ? undefined : idOf(part.props)
      if (id === undefined) return []
      const before = seen.get(id)
      if (before === undefined) {
        seen.set(id, part.line)
        return []
      }
      const message = `<${part.name}> has the id "${id}", as the part on line ${before} has`
      return [problemAt('lesson-ids', inText(lesson.file, part), message, 'give each its own')]
    })
  })

const idOf = (props: unknown): string | undefined =>
  typeof props === 'object' && props !== null && 'id' in props ? String(props.id) : undefined
