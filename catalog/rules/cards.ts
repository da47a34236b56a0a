import type { NumberCheck } from '#engine/lesson/check.ts'
import { judgeNumber } from '#engine/lesson/judge-number.ts'
import { didYouMean, isKnown, plannedSlugs, problemAt, type Rule } from './rule.ts'

/** Each file of cards belongs to a lesson and is called like it; ids and questions are there once; every number can be computed. */
export const cards: Rule = content => {
  const asked = new Map<string, string>()
  return content.cards.flatMap(({ name, value, document }) => {
    const names = [...content.folders.lessons, ...plannedSlugs(content, 'lesson')]
    const file =
      value.lesson === name
        ? []
        : [
            problemAt(
              'cards',
              document.at(['lesson']),
              `is "${value.lesson}" in a file called "${name}"`,
              `write "lesson: ${name}", or rename the file`,
            ),
          ]
    const lesson = isKnown(content, 'lesson', value.lesson)
      ? []
      : [
          problemAt(
            'cards',
            document.at(['lesson']),
            `names the lesson "${value.lesson}", which does not exist and is not planned`,
            didYouMean(value.lesson, names, 'write the lesson first'),
          ),
        ]
    const ids = new Set<string>()
    const each = value.cards.flatMap((card, i) => {
      const at = (key: string) => document.at(['cards', i, key])
      const twice = ids.has(card.id)
        ? [problemAt('cards', at('id'), `"${card.id}" is there twice`, 'give each card its own id')]
        : []
      ids.add(card.id)
      const question = card.ask.toLowerCase()
      const before = asked.get(question)
      const again = before
        ? [problemAt('cards', at('ask'), `is asked by ${before} already`, 'ask something else, or leave it out')]
        : []
      asked.set(question, `${name}/${card.id}`)
      if (!('number' in card)) return [...twice, ...again]
      const check: NumberCheck = {
        kind: 'number',
        id: card.id,
        ask: card.ask,
        answer: card.number,
        unit: card.unit,
        tolerance: card.tolerance,
        why: '.',
        slips: [],
      }
      const own = judgeNumber(check, card.number)
      const wrong =
        own.verdict === 'right'
          ? []
          : [problemAt('cards', at('number'), `cannot be used: ${own.message}`, 'correct the number or its unit')]
      return [...twice, ...again, ...wrong]
    })
    return [...file, ...lesson, ...each]
  })
}
