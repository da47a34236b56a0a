import { compatible } from '../../quantity/quantity.ts'
import { evaluateExpression } from '../../worksheet/worksheet.ts'
import type { Context } from '../context.ts'
import { saysSomething } from '../substance.ts'
import type { Condition, Where } from './where.ts'

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The value at a dotted path of a record; undefined where it ends early. */
export function valueAt(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((inner, key) => (isRecord(inner) ? inner[key] : undefined), value)
}

/** True when a record fulfils every condition. */
export function matches(context: Context, record: unknown, where: Where): boolean {
  return Object.entries(where).every(([path, condition]) => holds(context, valueAt(record, path), condition))
}

function holds(context: Context, value: unknown, condition: Condition): boolean {
  if (Array.isArray(condition)) return condition.some(wanted => wanted === value)
  if (!isRecord(condition)) return value === condition
  if ('filled' in condition)
    return typeof value === 'string' ? saysSomething(value) : Array.isArray(value) ? value.length > 0 : value !== undefined
  if ('quantity' in condition) return typeof value === 'string' && context.read(value) !== undefined
  if ('component' in condition) return typeof value === 'string' && context.graph.isKind(value, toWords(condition.component))
  if ('refersTo' in condition)
    return typeof value === 'string' && toWords(condition.refersTo).some(what => refersTo(context, value, what))
  if ('items' in condition) return Array.isArray(value) && value.length >= Number(condition.items)
  return isBetween(context, value, toText(condition.atLeast), toText(condition.atMost))
}

const toWords = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : [])
const toText = (value: unknown) => (typeof value === 'string' ? value : undefined)

function isBetween(context: Context, value: unknown, atLeast: string | undefined, atMost: string | undefined): boolean {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value : ''
  const stated = context.read(text)?.quantity
  if (!stated || !Number.isFinite(stated.base)) return false
  const bound = (expression: string | undefined) => {
    if (expression === undefined) return undefined
    const result = evaluateExpression(expression, { given: context.reference })
    return result.ok ? result.value.quantity : undefined
  }
  const low = bound(atLeast)
  const high = bound(atMost)
  if ((atLeast && !low) || (atMost && !high)) return false
  const slack = 1e-9 * Math.abs(stated.base)
  return (
    (!low || (compatible(stated, low) && stated.base >= low.base - slack)) &&
    (!high || (compatible(stated, high) && stated.base <= high.base + slack))
  )
}

/** True when an id names an existing thing of the submission: a requirement, a stated target, a component, a store, a flow. */
export function refersTo({ submission, graph }: Pick<Context, 'submission' | 'graph'>, id: string, what: string): boolean {
  if (id === '') return false
  if (what === 'requirement')
    return [...submission.requirements.functional, ...submission.requirements.nonFunctional].some(r => r.id === id)
  if (what === 'target') return submission.answers.some(a => a.target === id && a.stated.trim() !== '')
  if (what === 'component') return graph.components.has(id)
  if (what === 'store') return submission.data.some(s => s.id === id)
  return submission.architecture.flows.some(f => f.id === id)
}
