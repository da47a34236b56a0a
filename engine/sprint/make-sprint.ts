import { makeRandom } from '../worksheet/sample.ts'
import { evaluateExpression, evaluateWorksheet } from '../worksheet/worksheet.ts'
import type { SprintTemplate } from './template.ts'

/** One question with its values drawn. `worksheet` and `right` are private until it is answered. */
export type SprintQuestion = {
  readonly template: string
  readonly kind: SprintTemplate['kind']
  readonly text: string
  readonly unit: string
  readonly options: readonly string[]
  readonly worksheet: string
  /** Index of the right option of a decision; -1 for an estimate. */
  readonly right: number
  readonly why: string
  readonly lesson: string | null
}

export type PublicQuestion = Pick<SprintQuestion, 'kind' | 'text' | 'unit' | 'options'>

type Values = Readonly<Record<string, string>>

/** Estimates before the twins: five minutes at a minute a number and half a minute a decision. */
const estimates = 4

const draw = <T>(list: readonly T[], random: () => number): T | undefined =>
  list[Math.min(list.length - 1, Math.floor(random() * list.length))]

function shuffle<T>(list: readonly T[], random: () => number): readonly T[] {
  const result = [...list]
  for (let i = result.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1))
    const [a, b] = [result[i], result[j]]
    if (a !== undefined && b !== undefined) [result[i], result[j]] = [b, a]
  }
  return result
}

const drawValues = (template: SprintTemplate, random: () => number): Values =>
  Object.fromEntries(Object.entries(template.values).map(([name, choices]) => [name, draw(choices, random) ?? '']))

const sheetOf = (template: SprintTemplate, values: Values): string =>
  [
    ...Object.entries(values).map(([name, value]) => `${name} = ${value}`),
    ...template.lines,
    ...(template.kind === 'estimate' ? [`answer = ${template.answer}`] : []),
  ].join('\n')

const fill = (text: string, values: Values) => text.replace(/\{([a-z][a-z0-9_]*)\}/g, (whole, name) => values[name] ?? whole)

/** Which option of a decision is right for these values: 0 or 1; undefined when its formula has no value. */
function rightOption(template: Extract<SprintTemplate, { kind: 'decision' }>, values: Values): number | undefined {
  const sheet = evaluateWorksheet(sheetOf(template, values))
  const result = evaluateExpression(template.forced, {
    given: Object.fromEntries([...sheet.values].map(([name, value]) => [name, value.quantity])),
  })
  return result.ok && Number.isFinite(result.value.quantity.base) ? (result.value.quantity.base > 1 ? 1 : 0) : undefined
}

function toQuestion(template: SprintTemplate, values: Values): SprintQuestion {
  const decision = template.kind === 'decision'
  return {
    template: template.id,
    kind: template.kind,
    text: fill(template.text, values),
    unit: decision ? '' : template.unit,
    options: decision ? template.options : [],
    worksheet: sheetOf(template, values),
    right: decision ? (rightOption(template, values) ?? -1) : -1,
    why: decision ? fill(template.why, values) : '',
    lesson: template.lesson ?? null,
  }
}

/** Two draws of one decision template in which the right option differs: the same words, other numbers. Undefined when no draw flips it. */
export function makeTwins(
  template: Extract<SprintTemplate, { kind: 'decision' }>,
  random: () => number,
): readonly [SprintQuestion, SprintQuestion] | undefined {
  const first = drawValues(template, random)
  const right = rightOption(template, first)
  for (let tries = 0; tries < 200; tries += 1) {
    const second = drawValues(template, random)
    const other = rightOption(template, second)
    if (right !== undefined && other !== undefined && other !== right)
      return [toQuestion(template, first), toQuestion(template, second)]
  }
  return undefined
}

/** A sprint of a seed: four numbers and a pair of twins. The same templates and seed always give the same sprint. */
export function makeSprint(templates: readonly SprintTemplate[], seed: number): readonly SprintQuestion[] {
  const random = makeRandom(seed)
  const numbers = shuffle(
    templates.filter(t => t.kind === 'estimate'),
    random,
  )
    .slice(0, estimates)
    .map(template => toQuestion(template, drawValues(template, random)))
  const decisions = shuffle(
    templates.flatMap(t => (t.kind === 'decision' ? [t] : [])),
    random,
  )
  for (const template of decisions) {
    const twins = makeTwins(template, random)
    if (twins) return [...numbers, ...twins]
  }
  return numbers
}

/** What may reach the browser before the question is answered. */
export const toPublicQuestion = ({ kind, text, unit, options }: SprintQuestion): PublicQuestion => ({ kind, text, unit, options })
