import { inText, problemAt, type Rule, startOf } from './rule.ts'

const least = 3

/** A lesson asks before it ends: at least three checks, of more than one kind. */
export const lessonChecks: Rule = content =>
  content.lessons.flatMap(lesson => {
    const checks = lesson.mdx.parts.filter(part => part.name === 'Check')
    if (checks.length < least) {
      const message = `has ${checks.length === 0 ? 'no checks' : checks.length === 1 ? 'one check' : `${checks.length} checks`}; a lesson has at least ${least}`
      return [
        problemAt(
          'lesson-checks',
          startOf(lesson),
          message,
          'add <Check id="..." kind="number" ... /> where the reader should stop and think',
        ),
      ]
    }
    const kinds = new Set(checks.map(check => kindOf(check.props)))
    const [first] = checks
    if (kinds.size > 1 || !first) return []
    const message = `has ${checks.length} checks, all of the kind "${[...kinds].join()}"`
    return [problemAt('lesson-checks', inText(lesson.file, first), message, 'make one of them a number, a choice or an order')]
  })

const kindOf = (props: unknown): string =>
  typeof props === 'object' && props !== null && 'kind' in props ? String(props.kind) : ''
