import type { Literal } from '#engine/quantity/literal.ts'
import type { UnitExpression } from '#engine/quantity/unit-expression.ts'

/** Offsets into the line, `end` exclusive. */
export type Span = { readonly start: number; readonly end: number }

export type BinaryOperator = '+' | '-' | '*' | '/' | '^'

export type Node =
  | (Span & { readonly kind: 'literal'; readonly literal: Literal })
  | (Span & { readonly kind: 'unit'; readonly unit: UnitExpression })
  | (Span & { readonly kind: 'name'; readonly name: string })
  | (Span & { readonly kind: 'negate'; readonly operand: Node })
  | (Span & { readonly kind: 'binary'; readonly operator: BinaryOperator; readonly left: Node; readonly right: Node })
  | (Span & { readonly kind: 'range'; readonly low: Node; readonly high: Node })
  | (Span & { readonly kind: 'call'; readonly name: string; readonly nameEnd: number; readonly arguments: readonly Node[] })
  | (Span & { readonly kind: 'convert'; readonly operand: Node; readonly unit: UnitExpression })

export type Statement =
  | { readonly kind: 'blank' }
  | { readonly kind: 'comment' }
  | { readonly kind: 'assignment'; readonly name: string; readonly nameSpan: Span; readonly expression: Node }
  | { readonly kind: 'expression'; readonly expression: Node }
  | {
      readonly kind: 'solve'
      readonly target: string
      readonly targetSpan: Span
      readonly expression: Node
      readonly unknown: string
      readonly unknownSpan: Span
    }

/** The parts of a node, left to right. */
export function childrenOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'literal':
    case 'unit':
    case 'name':
      return []
    case 'negate':
    case 'convert':
      return [node.operand]
    case 'binary':
      return [node.left, node.right]
    case 'range':
      return [node.low, node.high]
    case 'call':
      return node.arguments
  }
}

/** The names in a node, in order of first use. */
export function namesIn(node: Node, found: Set<string> = new Set()): Set<string> {
  if (node.kind === 'name') found.add(node.name)
  for (const child of childrenOf(node)) namesIn(child, found)
  return found
}
