import type { Content } from '../source/content.ts'
import type { YamlDocument } from '../source/yaml-document.ts'
import { didYouMean, inText, isKnown, plannedSlugs, problemAt, type Rule } from './rule.ts'

/** Lessons, drills and criteria name each other by slug; each name must exist or be planned. Facts that a text shows must exist. */
export const references: Rule = content => [
  ...content.lessons.flatMap(lesson =>
    lesson.front.value.drills.flatMap((slug, i) => unknown(content, 'drill', slug, lesson.front.document, ['drills', i])),
  ),
  ...content.drills.flatMap(({ drill, criteria }) => [
    ...drill.value.lessons.flatMap((slug, i) => unknown(content, 'lesson', slug, drill.document, ['lessons', i])),
    ...criteria.value.criteria.flatMap((criterion, i) =>
      criterion.lesson ? unknown(content, 'lesson', criterion.lesson, criteria.document, ['criteria', i, 'lesson']) : [],
    ),
  ]),
  ...facts(content),
]

function unknown(content: Content, kind: 'lesson' | 'drill', slug: string, document: YamlDocument, path: readonly PropertyKey[]) {
  if (isKnown(content, kind, slug)) return []
  const names = [...(kind === 'lesson' ? content.folders.lessons : content.folders.drills), ...plannedSlugs(content, kind)]
  const message = `names the ${kind} "${slug}", which does not exist and is not planned`
  return [problemAt('references', document.at(path), message, didYouMean(slug, names, `write the ${kind}, or remove the name`))]
}

function facts(content: Content) {
  const ids = new Set(content.facts.map(({ fact }) => fact.id))
  const texts = [
    ...content.lessons.map(lesson => ({ file: lesson.file, parts: lesson.mdx.parts })),
    ...content.drills.map(drill => ({ file: drill.prompt.file, parts: drill.prompt.mdx.parts })),
  ]
  return texts.flatMap(({ file, parts }) =>
    parts.flatMap(part => {
      if (part.name !== 'Fact') return []
      const id = typeof part.props === 'object' && part.props !== null && 'id' in part.props ? String(part.props.id) : ''
      if (ids.has(id)) return []
      const message = `shows the fact "${id}", which content/reference does not have`
      return [problemAt('references', inText(file, part), message, didYouMean(id, ids, 'add it to a file of content/reference'))]
    }),
  )
}
