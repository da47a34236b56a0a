import { liveParts } from '#engine/lesson/live/parts.ts'
import { problemAt, type Rule, startOf } from './rule.ts'

const wanted = [
  {
    has: (name: string) => name === 'Worksheet' || Object.hasOwn(liveParts, name),
    message: 'has no live part',
    mend: 'add a <Worksheet>, an <Explore> or a <Simulate> that works the numbers out',
  },
  {
    has: (name: string) => name === 'Level',
    message: 'does not say what interviewers ask',
    mend: 'add <Level at="L6"> and <Level at="L7">',
  },
] as const

/** A lesson computes something, says what interviewers ask at both levels, and names its sources. */
export const lessonSubstance: Rule = content =>
  content.lessons.flatMap(lesson => {
    const names = lesson.mdx.parts.map(part => part.name)
    const absent = wanted.filter(want => !names.some(want.has))
    const levels = new Set(lesson.mdx.parts.flatMap(part => (part.name === 'Level' ? [JSON.stringify(part.props)] : [])))
    return [
      ...absent.map(want => problemAt('lesson-substance', startOf(lesson), want.message, want.mend)),
      ...(levels.size === 1
        ? [
            problemAt(
              'lesson-substance',
              startOf(lesson),
              'says what interviewers ask at one level only',
              'add a <Level> for the other',
            ),
          ]
        : []),
      ...(lesson.front.value.sources.length === 0
        ? [
            problemAt(
              'lesson-substance',
              lesson.front.document.at(['sources']),
              'names no source',
              'add "sources:" with a title each',
            ),
          ]
        : []),
    ]
  })
