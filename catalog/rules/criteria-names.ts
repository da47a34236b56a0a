import { categories } from '#engine/architecture/component-kinds.ts'
import { qualities } from '#engine/design/words.ts'
import { consistencyRule, consistencyRules } from '#engine/rubric/criteria/consistent/rules.ts'
import type { Criterion } from '#engine/rubric/rubric.ts'
import type { Content } from '../source/content.ts'
import { didYouMean, problemAt, type Rule } from './rule.ts'

type Named = {
  readonly what: string
  readonly name: string
  readonly path: readonly PropertyKey[]
  readonly known: ReadonlySet<string>
}

/** What a criterion names exists: its dimension, its target, the kinds of component, and the targets that a rule reads. */
export const criteriaNames: Rule = content =>
  content.drills.flatMap(({ drill, criteria }) => {
    const targets = new Set(drill.value.targets.map(target => target.id))
    const known = {
      dimensions: dimensionsOf(content),
      kinds: kindsOf(content),
      targets,
      curveballs: new Set(['', ...drill.value.curveballs.map(curveball => curveball.id)]),
      frames: new Set(['', ...(content.frames?.value.frames ?? []).map(frame => frame.id)]),
    }
    return criteria.value.criteria.flatMap((criterion, i) =>
      namesOf(criterion, known).flatMap(({ what, name, path, known: names }) => {
        if (names.size === 0 || names.has(name)) return []
        const place = criteria.document.at(['criteria', i, ...path])
        return [
          problemAt(
            'criteria-names',
            place,
            `names the ${what} "${name}", which does not exist`,
            didYouMean(name, names, `use one of: ${[...names].filter(n => n !== '').join(', ')}`),
          ),
        ]
      }),
    )
  })

type Known = {
  readonly dimensions: ReadonlySet<string>
  readonly kinds: ReadonlySet<string>
  readonly targets: ReadonlySet<string>
  readonly curveballs: ReadonlySet<string>
  readonly frames: ReadonlySet<string>
}

const dimensionsOf = (content: Content) => new Set(content.scoring?.value.dimensions.map(d => d.id) ?? [])

const kindsOf = (content: Content) =>
  new Set(content.kinds ? [...content.kinds.value.kinds.map(kind => kind.id), ...categories.map(category => `@${category}`)] : [])

function namesOf(criterion: Criterion, known: Known): Named[] {
  const dimension: Named = { what: 'dimension', name: criterion.dimension, path: ['dimension'], known: known.dimensions }
  const kinds = (names: readonly string[], path: readonly PropertyKey[]): Named[] =>
    names.map((name, i) => ({ what: 'kind of component', name, path: [...path, i], known: known.kinds }))
  switch (criterion.kind) {
    case 'estimate':
      return [dimension, { what: 'target', name: criterion.target, path: ['target'], known: known.targets }]
    case 'consistent':
      return [
        dimension,
        { what: 'rule', name: criterion.rule, path: ['rule'], known: ruleNames },
        ...parametersOf(criterion),
        ...Object.entries(criterion.with).flatMap(([key, name]) =>
          typeof name === 'string' && targetKeys.has(key)
            ? [{ what: 'target', name, path: ['with', key], known: known.targets }]
            : [],
        ),
      ]
    case 'topology':
      return [dimension, ...checkKinds(criterion.check, kinds)]
    case 'simulated':
      return [
        dimension,
        ...(criterion.demand === undefined
          ? []
          : [{ what: 'target', name: criterion.demand, path: ['demand'], known: known.targets }]),
        ...criterion.through.flatMap((stage, i) => kinds(stage, ['through', i])),
        ...simulatedKinds(criterion.check, kinds),
      ]
    case 'foreseen':
      return [
        dimension,
        { what: 'curveball', name: criterion.curveball, path: ['curveball'], known: known.curveballs },
        ...whereKinds(criterion, kinds),
      ]
    case 'said':
      return [dimension, { what: 'frame', name: criterion.frame, path: ['frame'], known: known.frames }]
    case 'present':
      return [dimension, ...whereKinds(criterion, kinds)]
    case 'decided':
      return [dimension, ...driverNames(criterion, known)]
    default:
      return [dimension]
  }
}

type Kinds = (names: readonly string[], path: readonly PropertyKey[]) => Named[]

/** The kinds that the conditions ask for: of what a record names, or of the drawn components themselves. */
function whereKinds({ part, where }: Pick<Extract<Criterion, { kind: 'present' }>, 'part' | 'where'>, kinds: Kinds): Named[] {
  const named = Object.entries(where).flatMap(([key, condition]) =>
    typeof condition === 'object' && !Array.isArray(condition) && 'component' in condition
      ? kinds(condition.component, ['where', key, 'component'])
      : [],
  )
  const wanted = part === 'architecture.components' ? where.kind : undefined
  if (typeof wanted === 'string') return [...named, ...kinds([wanted], ['where']).map(n => ({ ...n, path: ['where', 'kind'] }))]
  return Array.isArray(wanted) ? [...named, ...kinds(wanted.map(String), ['where', 'kind'])] : named
}

type SimulatedCheck = Extract<Criterion, { kind: 'simulated' }>['check']

const places = new Set(['zone', 'region', 'cell'])

function simulatedKinds(check: SimulatedCheck, kinds: Kinds): Named[] {
  if (check.is === 'latency' || check.is === 'availability')
    return check.flow.flatMap((stage, i) => kinds(stage, ['check', 'flow', i]))
  if (check.is === 'buys-something') return kinds(check.kinds, ['check', 'kinds'])
  if (check.is !== 'survives') return []
  return kinds(check.failures, ['check', 'failures']).filter(({ name }) => !places.has(name))
}

/** Drivers are targets, qualities, or kinds of component. */
function driverNames({ drivers }: Extract<Criterion, { kind: 'decided' }>, known: Known): Named[] {
  const names = new Set([
    ...known.targets,
    ...qualities.map(quality => `quality:${quality}`),
    ...[...known.kinds].flatMap(kind => [kind, `kind:${kind}`]),
  ])
  return drivers.map((name, i) => ({ what: 'driver', name, path: ['drivers', i], known: names }))
}

const ruleNames = new Set(consistencyRules.map(rule => rule.id))

function parametersOf(criterion: Extract<Criterion, { kind: 'consistent' }>): Named[] {
  const known = new Set(consistencyRule(criterion.rule)?.parameters ?? [])
  const given = Object.keys(criterion.with)
  if (known.size === 0) return given.map(name => ({ what: 'parameter', name, path: ['with', name], known: new Set(['(none)']) }))
  return given.map(name => ({ what: 'parameter', name, path: ['with', name], known }))
}

/** Keys of "with" that name a target of the drill. */
const targetKeys = new Set(['target', 'stored', 'peak_writes', 'shards'])

type Check = Extract<Criterion, { kind: 'topology' }>['check']

function checkKinds(check: Check, kinds: (names: readonly string[], path: readonly PropertyKey[]) => Named[]): Named[] {
  switch (check.is) {
    case 'flow-passes':
      return check.stages.flatMap((stage, i) => kinds(stage, ['check', 'stages', i]))
    case 'path':
      return [
        ...kinds(check.from, ['check', 'from']),
        ...kinds(check.to, ['check', 'to']),
        ...kinds(check.avoiding, ['check', 'avoiding']),
      ]
    case 'off-path':
      return [...kinds(check.kinds, ['check', 'kinds']), ...kinds(check.path, ['check', 'path'])]
    case 'no-single-point':
      return kinds(check.ignoring, ['check', 'ignoring'])
    default:
      return []
  }
}
