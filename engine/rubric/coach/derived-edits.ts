import { blank } from '../../design/blank.ts'
import type { Submission } from '../../design/submission.ts'
import { type Dimension, dimensionName, isCount } from '../../quantity/dimension.ts'
import { evaluateExpression } from '../../worksheet/worksheet.ts'
import type { Context } from '../context.ts'
import { isRecord, matches, refersTo, valueAt } from '../criteria/match-where.ts'
import type { Condition } from '../criteria/where.ts'
import type { Criterion, CriterionOf } from '../rubric.ts'
import { saysSomething } from '../substance.ts'
import { changed, type Edit, withAt } from './edit.ts'

/** What words of the candidate's own would stand for; only ever tried, never shown as theirs. */
const WORDS = 'words of your own that name the numbers of this design, such as 300 requests'

/** The edit that would answer a criterion, made from the criterion itself; undefined where none can be made. */
export function derivedEdit(criterion: Criterion, context: Context): Edit | undefined {
  const made = make(criterion, context)
  return made && { id: criterion.id, criterion: criterion.id, what: criterion.mend, ...made }
}

type Made = Pick<Edit, 'minutes' | 'apply'> & Partial<Pick<Edit, 'what'>>

function make(criterion: Criterion, context: Context): Made | undefined {
  switch (criterion.kind) {
    case 'estimate':
      return estimate(criterion, context)
    case 'present':
      return present(criterion, context)
    case 'decided':
      return decided(criterion, context)
    default:
      return undefined
  }
}

/** An amount as the worksheet writes it, without rounding. */
function literal(base: number, dimension: Dimension): string {
  if (isCount(dimension)) return String(base)
  const unit = dimensionName(dimension).replace(/^1\//, '/').replace('bytes', 'B')
  return `${base} ${unit}`
}

function estimate({ target }: CriterionOf<'estimate'>, context: Context): Made | undefined {
  const found = context.estimates.get(target)
  const like = context.reference[target]
  const right = found?.recomputed ?? found?.reference ?? like?.base
  if (right === undefined || right === null || !like) return undefined
  const stated = literal(right, like.dimension)
  return {
    minutes: 1,
    apply: submission => ({
      ...submission,
      answers: [...submission.answers.filter(a => a.target !== target), { target, stated }],
    }),
  }
}

function present(criterion: CriterionOf<'present'>, context: Context): Made | undefined {
  const now = valueAt(context.submission, criterion.part)
  const fields = Object.entries(criterion.where).map(([path, condition]) => [path, fitting(condition, path, context)] as const)
  if (fields.some(([, value]) => value === undefined)) return undefined
  const record = (start: unknown, n: number) =>
    fields.reduce((made, [path, value]) => {
      const own =
        path === criterion.distinct || (criterion.distinct === undefined && typeof value === 'string' && value === WORDS)
      return withAt(made, path.split('.'), () => (own && typeof value === 'string' ? `${value} ${n}` : value))
    }, start)
  if (isRecord(now)) return { minutes: 2, apply: s => changed(s, criterion.part, there => record(there, 1)) ?? s }
  if (!Array.isArray(now)) return undefined
  // What is nearly there is completed; what is still lacking is added.
  const lacking = criterion.min - now.filter(entry => isRecord(entry) && matches(context, entry, criterion.where)).length
  if (lacking <= 0 && criterion.distinct === undefined) return undefined
  const added = Math.max(1, lacking)
  return {
    minutes: 2 * added,
    apply: s =>
      changed(s, criterion.part, there => [
        ...(Array.isArray(there) ? there : []),
        ...Array.from({ length: added }, (_, n) => record({ id: `coach-${criterion.id.slice(0, 40)}-${n + 1}` }, n + 1)),
      ]) ?? s,
  }
}

/** A value that fulfils a condition; undefined where none can be made up. */
function fitting(condition: Condition, path: string, context: Context): unknown {
  if (Array.isArray(condition)) return condition[0]
  if (!isRecord(condition)) return condition
  if ('filled' in condition) return WORDS
  if ('quantity' in condition) return '1'
  if ('component' in condition) return componentOf(words(condition.component), context)
  if ('refersTo' in condition) return thingOf(words(condition.refersTo), context)
  if ('items' in condition) return items(path, Number(condition.items), context)
  const bound = condition.atLeast ?? condition.atMost
  const result = typeof bound === 'string' ? evaluateExpression(bound, { given: context.reference }) : undefined
  if (!result?.ok) return undefined
  return path === 'percentile' ? result.value.quantity.base : literal(result.value.quantity.base, result.value.quantity.dimension)
}

const words = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : [])

const componentOf = (kinds: readonly string[], { submission, graph }: Context) =>
  submission.architecture.components.find(c => graph.isKind(c.id, kinds))?.id

function thingOf(kinds: readonly string[], context: Context): string | undefined {
  const { requirements, answers, architecture, data } = context.submission
  const ids = [
    ...requirements.nonFunctional.map(r => r.id),
    ...answers.map(a => a.target),
    ...architecture.components.map(c => c.id),
    ...data.map(s => s.id),
    ...architecture.flows.map(f => f.id),
  ]
  return ids.find(id => kinds.some(what => refersTo(context, id, what)))
}

function items(path: string, count: number, { submission }: Context): unknown {
  if (path !== 'owns') return Array.from({ length: count }, (_, n) => ({ id: `coach-item-${n + 1}`, text: `${WORDS} ${n + 1}` }))
  const ids = submission.architecture.components.map(c => c.id).slice(0, count)
  return ids.length === count ? ids : undefined
}

type Decision = Submission['decisions'][number]

/** Completes the decision that lacks least, or writes one. */
function decided(criterion: CriterionOf<'decided'>, context: Context): Made | undefined {
  const about = (d: Decision) => criterion.aspects.length === 0 || criterion.aspects.some(aspect => aspect === d.aspect)
  const driver = driverOf(criterion, context)
  if (criterion.needs.includes('driver') && driver === undefined) return undefined
  const there = context.submission.decisions.filter(d => about(d) && saysSomething(d.chosen)).length
  const whole = (decision: Decision): Decision => ({
    ...decision,
    aspect: decision.aspect || (criterion.aspects[0] ?? 'other'),
    chosen: saysSomething(decision.chosen) ? decision.chosen : `${WORDS} ${decision.id}`,
    alternatives: decision.alternatives.some(a => a.rejectedOn !== '' && saysSomething(a.option))
      ? decision.alternatives
      : [...decision.alternatives, { id: 'coach-other', option: 'the other way', rejectedOn: 'cost', because: '' }],
    givesUp: {
      quality: decision.givesUp.quality || 'latency',
      amount: context.read(decision.givesUp.amount) ? decision.givesUp.amount : '5%',
    },
    driver: driver ?? decision.driver,
    door: decision.door || 'two-way',
    reverseWhen: criterion.needs.includes('reversal') ? WORDS : decision.reverseWhen,
    impact: criterion.needs.includes('impact')
      ? { customer: WORDS, operations: WORDS, cost: WORDS, risk: WORDS }
      : decision.impact,
  })
  const made = (n: number) => whole({ ...blank.decision, id: `coach-decision-${n}`, alternatives: [] })
  const missing = Math.max(0, criterion.min - there)
  return {
    minutes: missing * 3 + Math.min(there, criterion.min) * 2,
    apply: submission => {
      const completed = submission.decisions.map(d => (about(d) && saysSomething(d.chosen) ? whole(d) : d))
      return { ...submission, decisions: [...completed, ...Array.from({ length: missing }, (_, n) => made(n + 1))] }
    },
  }
}

/** Something that exists and may drive the decision. */
function driverOf({ drivers }: CriterionOf<'decided'>, context: Context): string | undefined {
  const { requirements, answers, architecture, data } = context.submission
  if (drivers.length === 0) return requirements.nonFunctional[0]?.id ?? answers[0]?.target ?? architecture.components[0]?.id
  const kinds = drivers.map(d => d.replace(/^kind:/, ''))
  return (
    requirements.nonFunctional.find(r => drivers.includes(`quality:${r.quality}`))?.id ??
    answers.find(a => drivers.includes(a.target))?.target ??
    architecture.components.find(c => context.graph.isKind(c.id, kinds))?.id ??
    data.find(s => context.graph.isKind(s.component, kinds))?.id
  )
}
