import { isObject } from './node.ts'

export type Literal = { readonly ok: true; readonly value: unknown } | { readonly ok: false }

const not: Literal = { ok: false }

/**
 * The value of an expression that is nothing but a literal: text, number, true, false, null, a list or a record of these, or a
 * template without holes. Anything else (a name, a call, a spread, a regular expression) is not one: content is data.
 */
export function literalOf(node: unknown): Literal {
  if (!isObject(node)) return not
  switch (node.type) {
    case 'Literal':
      return 'regex' in node || 'bigint' in node ? not : { ok: true, value: node.value }
    case 'UnaryExpression': {
      const inner = literalOf(node.argument)
      return node.operator === '-' && inner.ok && typeof inner.value === 'number' ? { ok: true, value: -inner.value } : not
    }
    case 'TemplateLiteral':
      return templateOf(node)
    case 'ArrayExpression':
      return Array.isArray(node.elements) ? all(node.elements.map(literalOf)) : not
    case 'ObjectExpression':
      return Array.isArray(node.properties) ? recordOf(node.properties) : not
    default:
      return not
  }
}

function all(items: readonly Literal[]): Literal {
  const value: unknown[] = []
  for (const item of items) {
    if (!item.ok) return not
    value.push(item.value)
  }
  return { ok: true, value }
}

function templateOf(node: Record<string, unknown>): Literal {
  if (!Array.isArray(node.quasis) || node.quasis.length !== 1) return not
  const quasi: unknown = node.quasis[0]
  const cooked = isObject(quasi) && isObject(quasi.value) ? quasi.value.cooked : undefined
  return typeof cooked === 'string' ? { ok: true, value: cooked } : not
}

function recordOf(properties: readonly unknown[]): Literal {
  const entries: [string, unknown][] = []
  for (const property of properties) {
    if (!isObject(property) || property.type !== 'Property' || property.computed || property.method) return not
    const key = isObject(property.key) ? (property.key.name ?? property.key.value) : undefined
    const value = literalOf(property.value)
    if (typeof key !== 'string' || key === '__proto__' || property.shorthand || !value.ok) return not
    entries.push([key, value.value])
  }
  return { ok: true, value: Object.fromEntries(entries) }
}

/** The single expression of an MDX estree; undefined when there is none (an empty expression, or a comment). */
export function expressionOf(data: unknown): unknown {
  const estree = isObject(data) ? data.estree : undefined
  const body = isObject(estree) && Array.isArray(estree.body) ? estree.body : []
  const first: unknown = body[0]
  return isObject(first) && first.type === 'ExpressionStatement' ? first.expression : undefined
}
