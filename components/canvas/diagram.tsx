'use client'

import '@xyflow/react/dist/base.css'
import './canvas.css'
import {
  applyNodeChanges,
  Background,
  type Connection,
  type EdgeChange,
  type FitViewOptions,
  MarkerType,
  type NodeChange,
  type OnNodeDrag,
  ReactFlow,
  type ReactFlowState,
  useStore,
} from '@xyflow/react'
import { memo, type ReactNode, useCallback, useEffect, useMemo, useState } from 'react'
import { createPortal } from 'react-dom'
import type { ComponentKind } from '#engine/architecture/component-kinds.ts'
import { describeComponent } from '#engine/architecture/edit-graph.ts'
import type { Component, Submission } from '#engine/design/submission.ts'
import { type BoxFigures, notRun, sameFigures } from './box-figures.ts'
import { type Frame, framesOf } from './frames.ts'
import { PartEdge, type PartEdgeType } from './part-edge.tsx'
import { type PartData, PartNode, type PartNodeType } from './part-node.tsx'
import { linkWords, sizeWords } from './part-words.ts'
import { box, type Place, type Places } from './places.ts'

type Architecture = Submission['architecture']

// Outside of the component: React Flow draws everything again when these change.
const nodeTypes = { part: PartNode }
const edgeTypes = { call: PartEdge }
const proOptions = { hideAttribution: true }
export const fitViewOptions: FitViewOptions = {
  // Lines pass over the boxes and right of them.
  padding: { top: '60px', right: '56px', bottom: '24px', left: '24px' },
  maxZoom: 1,
}

// Below this zoom the small print is not legible: names and percents are then drawn large instead.
const isFar = (state: ReactFlowState) => state.transform[2] < 0.62

const sameData = (a: PartData, b: PartData) =>
  a.name === b.name &&
  a.kind === b.kind &&
  a.category === b.category &&
  a.size === b.size &&
  a.stacked === b.stacked &&
  a.faults === b.faults &&
  sameFigures(a.figures, b.figures)

export type DiagramProps = {
  readonly architecture: Architecture
  readonly kinds: readonly ComponentKind[]
  readonly places: Places
  readonly selected: ReadonlySet<string>
  readonly faults: ReadonlyMap<string, number>
  /** What the boxes show of a run; undefined while nothing runs. */
  readonly figures: ReadonlyMap<string, BoxFigures> | undefined
  readonly readOnly: boolean
  /** In the page, the wheel scrolls the page; when the canvas fills the window, it moves the canvas. */
  readonly filling: boolean
  readonly onSelect: (changes: readonly { readonly id: string; readonly selected: boolean }[]) => void
  /** Selects these and nothing else. */
  readonly onSelectAll: (ids: readonly string[]) => void
  readonly onMove: (moved: Places) => void
  readonly onConnect: (from: string, to: string) => void
}

/** The picture. It keeps the places of a drag to itself until the hand lets go, so that nothing else is drawn meanwhile. */
export const Diagram = memo((props: DiagramProps) => {
  const { architecture, kinds, places, selected, faults, figures, readOnly, filling, onSelect, onSelectAll, onMove, onConnect } =
    props
  const [nodes, setNodes] = useState<PartNodeType[]>(() => toNodes(props, []))

  useEffect(() => {
    setNodes(before => toNodes({ architecture, kinds, places, selected, faults, figures }, before))
  }, [architecture, kinds, places, selected, faults, figures])

  const far = useStore(isFar)
  const bottom = figures ? box.tall : box.height
  const frames = useMemo(() => framesOf(architecture, places, bottom), [architecture, places, bottom])
  const edges = useMemo<PartEdgeType[]>(
    () =>
      architecture.links.map(link => ({
        id: link.id,
        type: 'call',
        source: link.from,
        target: link.to,
        selected: selected.has(link.id),
        focusable: false,
        markerEnd: {
          type: MarkerType.ArrowClosed,
          color: selected.has(link.id) ? 'var(--accent)' : 'var(--strong)',
          width: 16,
          height: 16,
          markerUnits: 'userSpaceOnUse',
        },
        data: { async: link.mode === 'async', words: linkWords(link), bottom },
      })),
    [architecture.links, selected, bottom],
  )

  const onNodesChange = useCallback(
    (changes: NodeChange<PartNodeType>[]) => {
      const chosen = changes.flatMap(c => (c.type === 'select' ? [{ id: c.id, selected: c.selected }] : []))
      if (chosen.length > 0) onSelect(chosen)
      const rest = changes.filter(c => c.type === 'position' || c.type === 'dimensions')
      if (rest.length > 0) setNodes(now => applyNodeChanges(rest, now))
    },
    [onSelect],
  )
  const onEdgesChange = useCallback(
    (changes: EdgeChange<PartEdgeType>[]) => {
      const chosen = changes.flatMap(c => (c.type === 'select' ? [{ id: c.id, selected: c.selected }] : []))
      if (chosen.length > 0) onSelect(chosen)
    },
    [onSelect],
  )
  const drop = useCallback(
    (dropped: readonly PartNodeType[]) => onMove(Object.fromEntries(dropped.map(n => [n.id, n.position]))),
    [onMove],
  )
  const onNodeDragStop = useCallback<OnNodeDrag<PartNodeType>>((_event, _node, dragged) => drop(dragged), [drop])
  const onSelectionDragStop = useCallback((_event: unknown, dragged: PartNodeType[]) => drop(dragged), [drop])
  const onDrawn = useCallback((c: Connection) => onConnect(c.source, c.target), [onConnect])

  // Kept, as everything that is given to React Flow: what is new to it with every move of a drag costs it a round of its own.
  const below = useMemo(
    () => (
      <>
        <Background gap={20} size={1.2} />
        <Behind>
          {frames.map(frame => (
            <FrameBox key={frame.key} frame={frame} onSelect={onSelectAll} />
          ))}
        </Behind>
      </>
    ),
    [frames, onSelectAll],
  )

  return (
    <ReactFlow
      className={far ? 'canvas-flow is-far' : 'canvas-flow'}
      nodes={nodes}
      edges={edges}
      nodeTypes={nodeTypes}
      edgeTypes={edgeTypes}
      onNodesChange={onNodesChange}
      onEdgesChange={onEdgesChange}
      onNodeDragStop={onNodeDragStop}
      onSelectionDragStop={onSelectionDragStop}
      onConnect={onDrawn}
      nodesDraggable={!readOnly}
      nodesConnectable={!readOnly}
      connectionRadius={40}
      deleteKeyCode={null}
      disableKeyboardA11y
      fitView
      fitViewOptions={fitViewOptions}
      minZoom={0.15}
      maxZoom={2}
      zoomOnScroll={false}
      panOnScroll={filling}
      preventScrolling={filling}
      zoomOnDoubleClick={false}
      proOptions={proOptions}
    >
      {below}
    </ReactFlow>
  )
})
Diagram.displayName = 'Diagram'

/** Puts children behind the boxes, in the canvas's own pixels. React Flow's own portal looks for its place again with every move of a drag. */
function Behind({ children }: { children: ReactNode }) {
  const canvas = useStore(state => state.domNode)
  const [place, setPlace] = useState<Element | null>(null)
  useEffect(() => setPlace(canvas?.querySelector('.react-flow__viewport-portal') ?? null), [canvas])
  return place ? createPortal(children, place) : null
}

/** The frame of a group; its name selects what is in it. */
const FrameBox = memo(({ frame, onSelect }: { frame: Frame; onSelect: (ids: readonly string[]) => void }) => (
  <div
    className={frame.named ? 'canvas-frame is-named' : 'canvas-frame'}
    style={{ left: frame.x, top: frame.y, width: frame.width, height: frame.height }}
  >
    <button
      type="button"
      className="nopan nodrag"
      title={`Select what is in ${frame.label}`}
      aria-label={`${frame.label}: select its ${frame.members.length} ${frame.members.length === 1 ? 'component' : 'components'}`}
      onClick={() => onSelect(frame.members)}
    >
      {frame.label}
    </button>
  </div>
))
FrameBox.displayName = 'FrameBox'

type Drawn = Pick<DiagramProps, 'architecture' | 'kinds' | 'places' | 'selected' | 'faults' | 'figures'>

function toNodes(drawn: Drawn, before: readonly PartNodeType[]): PartNodeType[] {
  const byKind = new Map(drawn.kinds.map(k => [k.id, k]))
  const old = new Map(before.map(n => [n.id, n]))
  return drawn.architecture.components.flatMap(component => {
    const place = drawn.places[component.id]
    return place ? [toNode(drawn, component, byKind.get(component.kind), place, old.get(component.id))] : []
  })
}

function toNode(
  { architecture, selected, faults, figures }: Drawn,
  component: Component,
  kind: ComponentKind | undefined,
  place: Place,
  before: PartNodeType | undefined,
): PartNodeType {
  const isSelected = selected.has(component.id)
  const wrong = faults.get(component.id) ?? 0
  const own = figures && (figures.get(component.id) ?? notRun)
  const height = figures ? box.tall : box.height
  const ariaLabel = [
    describeComponent(architecture, component, kind?.label ?? ''),
    wrong > 0 ? `${wrong} ${wrong === 1 ? 'finding' : 'findings'}` : '',
    own?.said ?? '',
  ]
    .filter(Boolean)
    .join(', ')
  const fresh: PartData = {
    name: component.name || component.id,
    kind: kind?.label ?? '',
    category: kind?.category,
    size: sizeWords(component),
    stacked: (component.replicas ?? 1) > 1,
    faults: wrong,
    figures: own,
  }
  const data = before && sameData(before.data, fresh) ? before.data : fresh
  const still = before && before.position.x === place.x && before.position.y === place.y
  const same = before && before.data === data && before.selected === isSelected && before.ariaLabel === ariaLabel
  if (still && same && before.height === height) return before
  return {
    ...before,
    id: component.id,
    type: 'part',
    position: still ? before.position : place,
    width: box.width,
    height,
    selected: isSelected,
    data,
    ariaLabel,
    ariaRole: 'button',
    domAttributes: { 'aria-pressed': isSelected, 'aria-roledescription': 'component' },
  }
}
