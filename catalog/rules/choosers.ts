import { compatible } from '#engine/quantity/quantity.ts'
import { type Answers, choose } from '#engine/reference/choose.ts'
import type { Chooser } from '#engine/reference/chooser.ts'
import { evaluateExpression, evaluateWorksheet } from '#engine/worksheet/worksheet.ts'
import type { Problem } from '../problem.ts'
import type { Content } from '../source/content.ts'
import type { YamlDocument } from '../source/yaml-document.ts'
import { didYouMean, isKnown, plannedSlugs, problemAt, type Rule } from './rule.ts'

/** So many combinations of answers are tried; a table with more is too large to read. */
const MOST = 2000

/** Every table decides whatever is answered, each of its rows and results can come up, its numbers compute, and its lessons exist. */
export const choosers: Rule = content => {
  if (!content.choosers) return []
  const { value, document } = content.choosers
  return value.choosers.flatMap((chooser, index) => {
    const at = (...path: readonly PropertyKey[]) => document.at(['choosers', index, ...path])
    const say = (path: readonly PropertyKey[], message: string, mend: string) => problemAt('choosers', at(...path), message, mend)
    const names = namesProblems(content, chooser, document, index, value.choosers)
    if (names.length > 0) return names
    const sums = sumsProblems(chooser, say)
    return sums.length > 0 ? sums : tableProblems(chooser, say)
  })
}

type Say = (path: readonly PropertyKey[], message: string, mend: string) => Problem

function namesProblems(
  content: Content,
  chooser: Chooser,
  document: YamlDocument,
  index: number,
  all: readonly Chooser[],
): Problem[] {
  const say: Say = (path, message, mend) => problemAt('choosers', document.at(['choosers', index, ...path]), message, mend)
  const twice = (ids: readonly string[], pathOf: (i: number) => readonly PropertyKey[]) =>
    ids.flatMap((id, i) => (ids.indexOf(id) === i ? [] : [say(pathOf(i), `"${id}" is there twice`, 'give each its own')]))
  const unknown = (id: string, known: readonly string[], path: readonly PropertyKey[], what: string) =>
    known.includes(id)
      ? []
      : [say(path, `names the ${what} "${id}", which is not there`, didYouMean(id, known, `add the ${what}`))]
  const lessons = [...content.folders.lessons, ...plannedSlugs(content, 'lesson')]
  const questions = chooser.questions.map(({ id }) => id)
  const results = chooser.results.map(({ id }) => id)
  return [
    ...(all.findIndex(({ id }) => id === chooser.id) === index
      ? []
      : [say(['id'], `"${chooser.id}" is there twice`, 'give each its own')]),
    // Questions and numbers share an address.
    ...twice([...questions, ...chooser.numbers.map(({ name }) => name)], i =>
      i < questions.length ? ['questions', i, 'id'] : ['numbers', i - questions.length, 'name'],
    ),
    ...twice(results, i => ['results', i, 'id']),
    ...chooser.questions.flatMap((question, q) =>
      twice(
        question.options.map(({ id }) => id),
        i => ['questions', q, 'options', i, 'id'],
      ),
    ),
    ...chooser.rows.flatMap((row, r) => [
      ...unknown(row.choose, results, ['rows', r, 'choose'], 'result'),
      ...Object.entries(row.when).flatMap(([id, wanted]) => {
        const question = chooser.questions.find(q => q.id === id)
        if (!question) return unknown(id, questions, ['rows', r, 'when', id], 'question')
        const options = question.options.map(option => option.id)
        return [wanted].flat().flatMap(option => unknown(option, options, ['rows', r, 'when', id], 'option'))
      }),
    ]),
    ...chooser.results.flatMap(({ lesson }, i) =>
      isKnown(content, 'lesson', lesson) ? [] : unknown(lesson, lessons, ['results', i, 'lesson'], 'lesson'),
    ),
  ]
}

function sumsProblems(chooser: Chooser, say: Say): Problem[] {
  const { numbers, errors } = choose(chooser, {})
  const wrong = [
    ...numbers.flatMap(({ error }, i) =>
      error ? [say(['numbers', i, 'start'], `cannot be computed: ${error}`, 'correct the number')] : [],
    ),
    ...errors.map(error =>
      say(['lines'], `cannot be computed: ${error}`, 'correct the line, or the name that the question uses'),
    ),
  ]
  if (wrong.length > 0) return wrong
  const given = Object.fromEntries(
    chooser.numbers.flatMap(({ name, start }) => {
      const read = evaluateExpression(start)
      return read.ok ? [[name, read.value.quantity] as const] : []
    }),
  )
  const sheet = evaluateWorksheet(chooser.lines, { given })
  const scope = { ...given, ...Object.fromEntries([...sheet.values].map(([name, { quantity }]) => [name, quantity])) }
  return [
    ...chooser.shows.flatMap(({ name }, i) =>
      sheet.values.has(name)
        ? []
        : [say(['shows', i, 'name'], `shows "${name}", which the lines do not give`, 'add a line of that name')],
    ),
    ...chooser.questions.flatMap(({ value, options }, q) =>
      options.flatMap(({ below }, i) => {
        const path = ['questions', q, 'options', i, 'below']
        const last = i === options.length - 1
        if (value === undefined)
          return below === undefined
            ? []
            : [say(path, 'has a bound, but the question is asked', 'remove it, or give the question a value')]
        if (last || below === undefined)
          return last === (below === undefined)
            ? []
            : [
                say(
                  path.slice(0, -1),
                  'is not as a computed question wants it: every option but the last has a bound',
                  last ? 'remove "below"' : 'add "below"',
                ),
              ]
        const bound = evaluateExpression(below, { given: scope })
        if (!bound.ok) return [say(path, `cannot be computed: ${bound.error.message}`, 'correct the bound')]
        const found = scope[value]
        if (found && !compatible(found, bound.value.quantity))
          return [say(path, `is of another kind than "${value}"`, 'give the bound its unit')]
        const before = options[i - 1]?.below
        const lower = before === undefined ? undefined : evaluateExpression(before, { given: scope })
        return lower?.ok && lower.value.quantity.base >= bound.value.quantity.base
          ? [say(path, 'is not above the bound before it', 'let the bounds rise')]
          : []
      }),
    ),
  ]
}

function tableProblems(chooser: Chooser, say: Say): Problem[] {
  const count = chooser.questions.reduce((product, { options }) => product * options.length, 1)
  if (count > MOST)
    return [say(['questions'], `have ${count} combinations, more than anybody reads`, 'ask less, or make two tables of it')]
  // What is computed may come out either way; the table must hold for all of it, so its questions are asked here.
  const asked: Chooser = {
    ...chooser,
    numbers: [],
    lines: '',
    questions: chooser.questions.map(({ value: _, ...question }) => question),
  }
  const rows = new Set<number>()
  const open: Answers[] = []
  for (const answers of combinations(asked)) {
    const { decided } = choose(asked, answers)
    if (decided) rows.add(decided.row)
    else open.push(answers)
  }
  const used = new Set([...rows].map(row => chooser.rows[row]?.choose))
  const words = (answers: Answers) =>
    Object.entries(answers)
      .map(([question, option]) => `${question}: ${option}`)
      .join(', ')
  return [
    ...(open[0]
      ? [say(['rows'], `decide nothing for ${words(open[0])}`, 'add a row for it, or a last row with "when: {}"')]
      : []),
    ...chooser.rows.flatMap((_, i) =>
      rows.has(i) ? [] : [say(['rows', i], 'can never hold: the rows above take all of it', 'move it up or remove it')],
    ),
    ...chooser.results.flatMap(({ id }, i) =>
      used.has(id) ? [] : [say(['results', i, 'id'], `"${id}" is never chosen`, 'add a row that chooses it, or remove it')],
    ),
  ]
}

const combinations = (chooser: Chooser): Answers[] =>
  chooser.questions.reduce<Answers[]>(
    (all, { id, options }) => all.flatMap(answers => options.map(option => ({ ...answers, [id]: option.id }))),
    [{}],
  )
