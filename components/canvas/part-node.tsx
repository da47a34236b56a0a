'use client'

import { Handle, type Node, type NodeProps, Position } from '@xyflow/react'
import { clsx } from 'clsx'
import {
  Cog,
  Database,
  Globe,
  KeyRound,
  type LucideIcon,
  MonitorSmartphone,
  Plug,
  Route,
  Rows3,
  Server,
  Square,
  TriangleAlert,
  Zap,
} from 'lucide-react'
import { memo } from 'react'
import type { ComponentKind } from '#engine/architecture/component-kinds.ts'
import type { BoxFigures } from './box-figures.ts'

/** What a box shows. Kept as plain values, so that a box whose words did not change is not drawn again. */
export type PartData = {
  readonly name: string
  readonly kind: string
  readonly category: ComponentKind['category'] | undefined
  readonly size: string
  readonly stacked: boolean
  readonly faults: number
  /** What a run says of it; undefined while nothing runs. */
  readonly figures: BoxFigures | undefined
}
export type PartNodeType = Node<PartData, 'part'>

const icons: Readonly<Record<ComponentKind['category'], LucideIcon>> = {
  client: MonitorSmartphone,
  edge: Globe,
  router: Route,
  compute: Server,
  cache: Zap,
  store: Database,
  messaging: Rows3,
  processing: Cog,
  control: KeyRound,
  external: Plug,
}

// Where a box stands is React Flow's affair: while it is dragged nothing in it changes, and it is not drawn again.
const looksAlike = (a: NodeProps<PartNodeType>, b: NodeProps<PartNodeType>) =>
  a.data === b.data && a.selected === b.selected && a.isConnectable === b.isConnectable

export const PartNode = memo(({ data, selected, isConnectable }: NodeProps<PartNodeType>) => {
  const Icon = data.category ? icons[data.category] : Square
  const { figures } = data
  return (
    <>
      <Handle type="target" position={Position.Left} isConnectable={isConnectable} />
      <div
        className={clsx(
          'canvas-part',
          selected && 'is-selected',
          data.stacked && 'is-stacked',
          figures && `has-figures is-${figures.state}`,
        )}
      >
        <div className="canvas-head">
          <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-quiet" />
          <div className="min-w-0 flex-1">
            <p className="canvas-name truncate">{data.name}</p>
            <p className="canvas-kind truncate text-quiet">
              {data.kind || <span className="text-attention">kind not chosen</span>}
            </p>
            {data.size ? <p className="canvas-size num truncate text-quiet">{data.size}</p> : null}
          </div>
          {data.faults > 0 ? <TriangleAlert aria-hidden className="absolute top-1 right-1 size-3.5 text-attention" /> : null}
        </div>
        {figures ? <Figures of={figures} /> : null}
      </div>
      <Handle type="source" position={Position.Right} isConnectable={isConnectable} />
    </>
  )
}, looksAlike)
PartNode.displayName = 'PartNode'

/** Heat as a bar, its number and a word; then offered against capacity, the times of a call, the cost. */
function Figures({ of }: { of: BoxFigures }) {
  return (
    <div className="canvas-figures">
      <p className="canvas-heat">
        {of.share === null ? null : (
          <span aria-hidden className="canvas-bar">
            <span style={{ width: `${of.share * 100}%` }} />
          </span>
        )}
        {of.percent ? <span className="canvas-percent">{of.percent}</span> : null}
        {of.word ? <span className="canvas-word">{of.word}</span> : null}
      </p>
      <p className="canvas-detail truncate">{of.load}</p>
      {of.times ? <p className="canvas-detail truncate">{of.times}</p> : null}
      {of.cost ? <p className="canvas-detail truncate text-quiet">{of.cost}</p> : null}
    </div>
  )
}
