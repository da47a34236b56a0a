'use client'

import { BaseEdge, type Edge, type EdgeProps, useInternalNode } from '@xyflow/react'
import { memo } from 'react'
import { edgeLine } from './edge-line.ts'

export type PartEdgeType = Edge<{ readonly async: boolean; readonly words: string }, 'call'>

/** A call: a full line where the caller waits, a dashed one where it does not. */
export const PartEdge = memo(({ id, source, target, data, selected, markerEnd }: EdgeProps<PartEdgeType>) => {
  const start = useInternalNode(source)
  const from = start?.internals.positionAbsolute
  const to = useInternalNode(target)?.internals.positionAbsolute
  if (!from || !to) return null
  const { path, x, y } = edgeLine(from, to, start.height)
  return (
    <>
      <BaseEdge
        id={id}
        path={path}
        {...(markerEnd ? { markerEnd } : {})}
        interactionWidth={18}
        style={{
          stroke: selected ? 'var(--accent)' : 'var(--strong)',
          strokeWidth: selected ? 2.5 : 1.5,
          ...(data?.async ? { strokeDasharray: '6 4' } : {}),
        }}
      />
      {data?.words ? (
        <text x={x} y={y - 5} className="canvas-words">
          {data.words}
        </text>
      ) : null}
    </>
  )
})
PartEdge.displayName = 'PartEdge'
