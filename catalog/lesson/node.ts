/** The little of a markdown or HTML tree that our plugins read. The trees of remark and rehype are assignable to it. */
export type Node = {
  type: string
  children?: Node[]
  value?: unknown
  name?: string | null
  lang?: string | null
  meta?: string | null
  url?: string
  depth?: number
  tagName?: string
  properties?: Record<string, unknown>
  attributes?: Attribute[]
  data?: { estree?: unknown } | object
  position?: { start: { line: number; column: number } }
}

export type Attribute = {
  type: string
  name?: string
  value?: string | null | { type: string; value?: string; data?: { estree?: unknown } | object }
  position?: { start: { line: number; column: number } }
}

/** Calls `visit` for a node and all below it, parents first. */
export function walk(node: Node, visit: (node: Node, parent: Node | undefined) => void, parent?: Node): void {
  visit(node, parent)
  for (const child of node.children ?? []) walk(child, visit, node)
}

/** All text below a node, as a reader sees it. */
export function textOf(node: Node): string {
  if (typeof node.value === 'string' && (node.type === 'text' || node.type === 'inlineCode')) return node.value
  return (node.children ?? []).map(textOf).join('')
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
