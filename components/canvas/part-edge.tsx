'use client'

import { BaseEdge, type Edge, type EdgeProps } from '@xyflow/react'
import { memo } from 'react'
import { edgeLine } from './edge-line.ts'
import { box } from './places.ts'

export type PartEdgeType = Edge<{ readonly async: boolean; readonly words: string; readonly bottom: number }, 'call'>

/** The dots at which lines are drawn stand half outside of a box, at the middle of its name. */
export const dot = { size: 9, top: box.height / 2 } as const

/**
 * A call: a full line where the caller waits, a dashed one where it does not. Where the boxes stand is told from the ends that React Flow gives:
 * asking its store for each line doubles what a drag costs.
 */
export const PartEdge = memo(({ id, sourceX, sourceY, targetX, targetY, data, selected, markerEnd }: EdgeProps<PartEdgeType>) => {
  const from = { x: sourceX - dot.size / 2 - box.width, y: sourceY - dot.top }
  const to = { x: targetX + dot.size / 2, y: targetY - dot.top }
  const { path, x, y } = edgeLine(from, to, data?.bottom)
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
