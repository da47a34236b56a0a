'use client'

import { useContext, useDeferredValue, useMemo } from 'react'
import type { ComponentKind } from '#engine/architecture/component-kinds.ts'
import { toGraph } from '#engine/architecture/graph.ts'
import type { GraphFinding } from '#engine/architecture/graph-rule.ts'
import { checkGraph } from '#engine/architecture/graph-rules.ts'
import type { Submission } from '#engine/design/submission.ts'
import { evaluateExpression } from '#engine/worksheet/worksheet.ts'
import { ScopeContext } from '../drill/cells.tsx'

const nothing: readonly GraphFinding[] = []

/** The faults of the drawing, found when the hand rests; none without the rest of the design. */
export function useFindings(
  architecture: Submission['architecture'],
  kinds: readonly ComponentKind[],
  design: Pick<Submission, 'data' | 'organization' | 'requirements'> | undefined,
): readonly GraphFinding[] {
  const scope = useContext(ScopeContext)
  const seen = useDeferredValue(architecture)
  const rest = useDeferredValue(design)
  return useMemo(() => {
    if (!rest) return nothing
    const read = (text: string) => {
      const result = evaluateExpression(text, { given: scope })
      return result.ok ? result.value.quantity : undefined
    }
    return checkGraph({ graph: toGraph(seen, kinds), submission: { ...rest, architecture: seen }, read })
  }, [seen, kinds, rest, scope])
}
