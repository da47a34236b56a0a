'use client'

import '@xyflow/react/dist/base.css'
import './canvas.css'
import {
  applyNodeChanges,
  Background,
  type Connection,
  type EdgeChange,
  MarkerType,
  type NodeChange,
  type OnNodeDrag,
  ReactFlow,
} from '@xyflow/react'
import { memo, useCallback, useEffect, useMemo, useState } from 'react'
import type { ComponentKind } from '#engine/architecture/component-kinds.ts'
import { describeComponent } from '#engine/architecture/edit-graph.ts'
import type { Component, Submission } from '#engine/design/submission.ts'
import { PartEdge, type PartEdgeType } from './part-edge.tsx'
import { type PartData, PartNode, type PartNodeType } from './part-node.tsx'
import { linkWords, sizeWords } from './part-words.ts'
import { box, type Place, type Places } from './places.ts'

type Architecture = Submission['architecture']

// Outside of the component: React Flow draws everything again when these change.
const nodeTypes = { part: PartNode }
const edgeTypes = { call: PartEdge }
const proOptions = { hideAttribution: true }
const fitViewOptions = { padding: 0.06, maxZoom: 1 }

const sameData = (a: PartData, b: PartData) =>
  a.name === b.name &&
  a.kind === b.kind &&
  a.category === b.category &&
  a.size === b.size &&
  a.stacked === b.stacked &&
  a.faults === b.faults

export type DiagramProps = {
  readonly architecture: Architecture
  readonly kinds: readonly ComponentKind[]
  readonly places: Places
  readonly selected: ReadonlySet<string>
  readonly faults: ReadonlyMap<string, number>
  readonly readOnly: boolean
  /** In the page, the wheel scrolls the page; when the canvas fills the window, it moves the canvas. */
  readonly filling: boolean
  readonly onSelect: (changes: readonly { readonly id: string; readonly selected: boolean }[]) => void
  readonly onMove: (moved: Places) => void
  readonly onConnect: (from: string, to: string) => void
}

/** The picture. It keeps the places of a drag to itself until the hand lets go, so that nothing else is drawn meanwhile. */
export const Diagram = memo((props: DiagramProps) => {
  const { architecture, kinds, places, selected, faults, readOnly, filling, onSelect, onMove, onConnect } = props
  const [nodes, setNodes] = useState<PartNodeType[]>(() => toNodes(props, []))

  useEffect(() => {
    setNodes(before => toNodes({ architecture, kinds, places, selected, faults }, before))
  }, [architecture, kinds, places, selected, faults])

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
        data: { async: link.mode === 'async', words: linkWords(link) },
      })),
    [architecture.links, selected],
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
  const onNodeDragStop = useCallback<OnNodeDrag<PartNodeType>>(
    (_event, _node, dragged) => onMove(Object.fromEntries(dragged.map(n => [n.id, n.position]))),
    [onMove],
  )
  const onDrawn = useCallback((c: Connection) => onConnect(c.source, c.target), [onConnect])

  return (
    <ReactFlow
      className="canvas-flow"
      nodes={nodes}
      edges={edges}
      nodeTypes={nodeTypes}
      edgeTypes={edgeTypes}
      onNodesChange={onNodesChange}
      onEdgesChange={onEdgesChange}
      onNodeDragStop={onNodeDragStop}
      onSelectionDragStop={(_event, dragged) => onMove(Object.fromEntries(dragged.map(n => [n.id, n.position])))}
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
      <Background gap={20} size={1.2} />
    </ReactFlow>
  )
})
Diagram.displayName = 'Diagram'

function toNodes(
  {
    architecture,
    kinds,
    places,
    selected,
    faults,
  }: Pick<DiagramProps, 'architecture' | 'kinds' | 'places' | 'selected' | 'faults'>,
  before: readonly PartNodeType[],
): PartNodeType[] {
  const byKind = new Map(kinds.map(k => [k.id, k]))
  const old = new Map(before.map(n => [n.id, n]))
  return architecture.components.flatMap(component => {
    const place = places[component.id]
    return place ? [toNode(architecture, component, byKind.get(component.kind), place, selected, faults, old)] : []
  })
}

function toNode(
  architecture: Architecture,
  component: Component,
  kind: ComponentKind | undefined,
  place: Place,
  selected: ReadonlySet<string>,
  faults: ReadonlyMap<string, number>,
  old: ReadonlyMap<string, PartNodeType>,
): PartNodeType {
  const before = old.get(component.id)
  const isSelected = selected.has(component.id)
  const said = describeComponent(architecture, component, kind?.label ?? '')
  const wrong = faults.get(component.id) ?? 0
  const ariaLabel = wrong > 0 ? `${said}, ${wrong} ${wrong === 1 ? 'finding' : 'findings'}` : said
  const fresh: PartData = {
    name: component.name || component.id,
    kind: kind?.label ?? '',
    category: kind?.category,
    size: sizeWords(component),
    stacked: (component.replicas ?? 1) > 1,
    faults: wrong,
  }
  const data = before && sameData(before.data, fresh) ? before.data : fresh
  const still = before && before.position.x === place.x && before.position.y === place.y
  if (still && before.data === data && before.selected === isSelected && before.ariaLabel === ariaLabel) return before
  return {
    ...before,
    id: component.id,
    type: 'part',
    position: still ? before.position : place,
    width: box.width,
    height: box.height,
    selected: isSelected,
    data,
    ariaLabel,
    ariaRole: 'button',
    domAttributes: { 'aria-pressed': isSelected, 'aria-roledescription': 'component' },
  }
}
