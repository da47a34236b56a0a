import { size } from '#engine/sizing/plan.ts'
import type { SizingRules } from '#engine/sizing/rules.ts'
import { references } from '#engine/worksheet/worksheet.ts'
import type { Problem } from '../problem.ts'
import type { YamlDocument } from '../source/yaml-document.ts'
import { didYouMean, problemAt, type Rule } from './rule.ts'

type Place = { readonly path: readonly PropertyKey[]; readonly text: string }

/** The rules of content/reference/sizing.yaml can all be computed: every name is known, every fact exists, and the examples give each rule a result. */
export const sizing: Rule = content => {
  if (!content.sizing) return []
  const { value: rules, document } = content.sizing
  const facts = content.facts.map(({ fact }) => fact)
  const names = [...namesProblems(rules, document, new Set(facts.map(({ id }) => id))), ...repeated(rules, document)]
  if (names.length > 0) return names
  const examples = Object.fromEntries(rules.inputs.map(({ name, example }) => [name, example]))
  const plan = size(examples, rules, facts)
  const place = (path: readonly PropertyKey[]) => {
    const index = rules.inputs.findIndex(({ name }) => name === path[0])
    return document.at(index < 0 ? [] : ['inputs', index, 'example', ...path.slice(1)])
  }
  const faults = plan.problems.map(({ path, message, mend }) => problemAt('sizing', place(path), message, mend))
  const silent = plan.unused.map(({ rule }) => {
    const index = rules.rules.findIndex(({ id }) => id === rule)
    const message = `gives nothing even when every input has its example`
    return problemAt('sizing', document.at(['rules', index, 'id']), message, 'correct its needs or its formulas')
  })
  return [...faults, ...silent]
}

function formulasOf({ rules }: SizingRules): Place[] {
  return rules.flatMap((rule, r) => [
    ...rule.gives.flatMap((give, g): Place[] => {
      const at = ['rules', r, 'gives', g]
      return [
        ...(give.formula === undefined ? [] : [{ path: [...at, 'formula'], text: give.formula }]),
        ...(give.cases ?? []).flatMap((one, c): Place[] => [
          { path: [...at, 'cases', c, 'formula'], text: one.formula },
          ...(one.below === undefined ? [] : [{ path: [...at, 'cases', c, 'below'], text: one.below }]),
        ]),
      ]
    }),
    ...rule.warnings.flatMap((warning, w): Place[] =>
      (['value', 'above', 'below'] as const).flatMap(key => {
        const text = warning[key]
        return text === undefined ? [] : [{ path: ['rules', r, 'warnings', w, key], text }]
      }),
    ),
  ])
}

function namesProblems(rules: SizingRules, document: YamlDocument, facts: ReadonlySet<string>): Problem[] {
  const known = new Set([
    ...rules.inputs.map(({ name }) => name),
    ...rules.rules.flatMap(rule => rule.gives.map(({ name }) => name)),
  ])
  const unknown = (path: readonly PropertyKey[], name: string) =>
    known.has(name)
      ? []
      : [
          problemAt(
            'sizing',
            document.at(path),
            `uses "${name}", which nothing gives`,
            didYouMean(name, known, 'add an input or a result of that name'),
          ),
        ]
  return [
    ...formulasOf(rules).flatMap(({ path, text }) => references(text, known).flatMap(name => unknown(path, name))),
    ...rules.rules.flatMap((rule, r) => rule.needs.flatMap((name, n) => unknown(['rules', r, 'needs', n], name))),
    ...rules.contradictions.flatMap(({ between }, c) =>
      between.flatMap((name, n) => unknown(['contradictions', c, 'between', n], name)),
    ),
    ...rules.inputs.flatMap(({ fact }, i) =>
      fact === undefined || facts.has(fact)
        ? []
        : [
            problemAt(
              'sizing',
              document.at(['inputs', i, 'fact']),
              `falls back on the fact "${fact}", which content/reference does not have`,
              didYouMean(fact, facts, 'add the fact'),
            ),
          ],
    ),
  ]
}

function repeated(rules: SizingRules, document: YamlDocument): Problem[] {
  const ids = [
    rules.inputs.map(({ name }, i) => ({ id: name, path: ['inputs', i, 'name'] })),
    rules.rules.map(({ id }, i) => ({ id, path: ['rules', i, 'id'] })),
  ]
  return ids.flatMap(list =>
    list.flatMap(({ id, path }, index) =>
      list.findIndex(other => other.id === id) === index
        ? []
        : [problemAt('sizing', document.at(path), `"${id}" is there twice`, 'give each its own name')],
    ),
  )
}
