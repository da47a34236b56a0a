// React Flow as its own examples use it: the graph of the canvas bench with nothing of ours. tests/bench/canvas.ts bundles and serves it.
import '@xyflow/react/dist/style.css'
import { applyNodeChanges, type Edge, type Node, type NodeChange, ReactFlow } from '@xyflow/react'
import { useCallback, useState } from 'react'
import { createRoot } from 'react-dom/client'

type Graph = { readonly nodes: Node[]; readonly edges: Edge[] }

function Bare({ graph }: { graph: Graph }) {
  const [nodes, setNodes] = useState(graph.nodes)
  const onNodesChange = useCallback((changes: NodeChange[]) => setNodes(now => applyNodeChanges(changes, now)), [])
  return <ReactFlow nodes={nodes} edges={graph.edges} onNodesChange={onNodesChange} fitView />
}

const root = document.getElementById('root')
const graph: Graph = JSON.parse(document.getElementById('graph')?.textContent ?? '{}')
if (root) createRoot(root).render(<Bare graph={graph} />)
