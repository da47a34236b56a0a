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

/** What a box shows. Kept as plain values, so that a box whose words did not change is not drawn again. */
export type PartData = {
  readonly name: string
  readonly kind: string
  readonly category: ComponentKind['category'] | undefined
  readonly size: string
  readonly stacked: boolean
  readonly faults: number
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

export const PartNode = memo(({ data, selected, isConnectable }: NodeProps<PartNodeType>) => {
  const Icon = data.category ? icons[data.category] : Square
  return (
    <div className={clsx('canvas-part', selected && 'is-selected', data.stacked && 'is-stacked')}>
      <Handle type="target" position={Position.Left} isConnectable={isConnectable} />
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-quiet" />
      <div className="min-w-0 flex-1">
        <p className="truncate text-[15px] leading-[1.15] font-semibold">{data.name}</p>
        <p className="truncate text-[12.5px] leading-[1.15] text-quiet">
          {data.kind || <span className="text-attention">kind not chosen</span>}
        </p>
        {data.size ? <p className="num truncate text-[11px] leading-[1.15] text-quiet">{data.size}</p> : null}
      </div>
      {data.faults > 0 ? <TriangleAlert aria-hidden className="absolute top-1 right-1 size-3.5 text-attention" /> : null}
      <Handle type="source" position={Position.Right} isConnectable={isConnectable} />
    </div>
  )
})
PartNode.displayName = 'PartNode'
