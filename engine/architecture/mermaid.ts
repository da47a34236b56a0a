import type { Component, Link, Submission } from '../design/submission.ts'
import type { ComponentKind } from './component-kinds.ts'
import { normal, toId } from './draw-route.ts'
import { tooLarge } from './edit-graph.ts'
import { guessKind } from './kind-of-name.ts'

type Architecture = Submission['architecture']
type Node = { readonly id: string; readonly label: string; readonly style: string; readonly group: string }
type Edge = { readonly from: string; readonly to: string; readonly async: boolean; readonly label: string }
type Problem = { readonly ok: false; readonly message: string }

export type Flowchart = { readonly ok: true; readonly nodes: readonly Node[]; readonly edges: readonly Edge[] } | Problem

// Sticky: each is tried at the cursor of one statement.
const nodeId = /[\p{L}\p{N}_]+(?:[-./][\p{L}\p{N}_]+)*/uy
const shapes: readonly (readonly [open: string, close: string])[] = [
  ['(((', ')))'],
  ['([', '])'],
  ['[(', ')]'],
  ['[[', ']]'],
  ['((', '))'],
  ['{{', '}}'],
  ['[/', '/]'],
  ['[/', '\\]'],
  ['[\\', '\\]'],
  ['[\\', '/]'],
  ['>', ']'],
  ['[', ']'],
  ['(', ')'],
  ['{', '}'],
]
const styleName = /:::([\w-]+)/y
const plainArrow = /(<?)(?:(--+[>xo](?![\p{L}\p{N}])|--+>|---+)|(-\.+->|-\.+-)|(==+>|===+)|(~~~+))/uy
const labelledArrow = /(<?)(?:--\s*([^\s>|-][^|]*?)\s*--+[>xo]?|-\.\s*([^\s.>|-][^|]*?)\s*\.+->?|==\s*([^\s=>|][^|]*?)\s*==+>?)/y
const arrowLabel = /\s*\|([^|]*)\|/y
const subgraph = /^subgraph\b\s*(.*)$/
const skipped = /^(direction|classDef|class|style|linkStyle|click|accTitle|accDescr|title)\b/
// A comment runs to the end of its line, except inside quotes.
const comment = /^((?:[^"%]|"[^"]*"|%(?!%))*)%%.*$/
const header = /^(flowchart|graph)(\s+(TB|TD|BT|LR|RL))?\s*;?$/

const entities: Readonly<Record<string, string>> = { quot: '"', lt: '<', gt: '>', amp: '&', 35: '#' }

function plain(label: string): string {
  return label
    .trim()
    .replace(/^"([\s\S]*)"$/, '$1')
    .replace(/^`([\s\S]*)`$/, '$1')
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/[#&](quot|lt|gt|amp|35);/g, (_, code: string) => entities[code] ?? '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** One statement of a flowchart, read from left to right. */
function readStatement(text: string): { nodes: Node[]; edges: Edge[] } | undefined {
  let at = 0
  const nodes: Node[] = []
  const edges: Edge[] = []
  const space = () => {
    while (/\s/.test(text[at] ?? '')) at += 1
  }
  const match = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (found) at += found[0].length
    return found ?? undefined
  }
  const readNode = (): string | undefined => {
    const id = match(nodeId)?.[0]
    if (!id) return undefined
    const shape = readShape(text, at)
    if (shape) at = shape.end
    nodes.push({ id, label: plain(shape?.label ?? ''), style: match(styleName)?.[1] ?? '', group: '' })
    return id
  }
  const readGroup = (): string[] | undefined => {
    const group: string[] = []
    for (;;) {
      space()
      const id = readNode()
      if (id === undefined) return undefined
      group.push(id)
      space()
      if (text[at] !== '&') return group
      at += 1
    }
  }
  let from = readGroup()
  while (from) {
    space()
    if (at >= text.length) return { nodes, edges }
    const bare = match(plainArrow)
    const arrow = bare ?? match(labelledArrow)
    if (!arrow) return undefined
    const label = plain(bare ? (match(arrowLabel)?.[1] ?? '') : (arrow[2] ?? arrow[3] ?? arrow[4] ?? ''))
    const to = readGroup()
    if (!to) return undefined
    const async = Boolean(bare ? bare[3] : arrow[3] !== undefined) || /\basync/i.test(label)
    const hidden = bare?.[5] !== undefined
    for (const a of hidden ? [] : from)
      for (const b of to) {
        edges.push({ from: a, to: b, async, label })
        if (arrow[1] === '<') edges.push({ from: b, to: a, async, label: '' })
      }
    from = to
  }
  return undefined
}

function readShape(text: string, at: number): { label: string; end: number } | undefined {
  for (const [open, close] of shapes) {
    if (!text.startsWith(open, at)) continue
    const start = at + open.length
    const quoted = /\s*"([^"]*)"\s*/y
    quoted.lastIndex = start
    const inQuotes = quoted.exec(text)
    if (inQuotes && text.startsWith(close, start + inQuotes[0].length))
      return { label: inQuotes[1] ?? '', end: start + inQuotes[0].length + close.length }
    if (inQuotes) continue
    const end = text.indexOf(close, start)
    if (end > start) return { label: text.slice(start, end), end: end + close.length }
  }
  return undefined
}

/** What a subgraph is called: `one[Zone A]` and `"Zone A"` are Zone A, `one` is one. */
function titleOf(text: string): string {
  const bracket = /^[^"[]*\[([\s\S]*)\]$/.exec(text.trim())
  return plain(bracket?.[1] ?? text).slice(0, 200)
}

/** Statements end with a line or a semicolon, but not inside quotes or brackets' text. */
function toStatements(line: string): string[] {
  const out: string[] = []
  let quoted = false
  let from = 0
  for (let i = 0; i < line.length; i += 1) {
    if (line[i] === '"') quoted = !quoted
    const entity = /[#&]\w+$/.test(line.slice(Math.max(0, i - 8), i))
    if (line[i] !== ';' || quoted || entity) continue
    out.push(line.slice(from, i))
    from = i + 1
  }
  return [...out, line.slice(from)].map(s => s.trim()).filter(Boolean)
}

/**
 * Reads a mermaid flowchart: nodes of any shape, `&`, chains, labelled, dotted and thick arrows; a node's group is the innermost subgraph in
 * which it first stands. Styles and clicks are passed over.
 * A line that cannot be read is named with its number; nothing is guessed.
 */
export function parseMermaid(text: string): Flowchart {
  const lines = text.replace(/^\s*```(mermaid)?\s*$/gm, '').split(/\r?\n/)
  const nodes = new Map<string, Node>()
  const edges: Edge[] = []
  const open: string[] = []
  let begun = false
  let frontmatter = false
  for (const [index, raw] of lines.entries()) {
    const line = raw.replace(comment, '$1').trim()
    if (!begun && line === '---') frontmatter = !frontmatter
    if (line === '' || frontmatter || (!begun && line === '---')) continue
    if (!begun) {
      const [first = '', ...rest] = toStatements(line)
      if (!header.test(first))
        return {
          ok: false,
          message: `Line ${index + 1} is "${line.slice(0, 60)}". A flowchart begins with "flowchart LR" or "graph TD".`,
        }
      begun = true
      if (rest.length === 0) continue
    }
    for (const statement of toStatements(line)) {
      const opened = subgraph.exec(statement)
      if (opened) open.push(titleOf(opened[1] ?? ''))
      if (statement === 'end') open.pop()
      if (opened || statement === 'end' || header.test(statement) || skipped.test(statement)) continue
      const read = readStatement(statement)
      if (!read)
        return {
          ok: false,
          message: `Line ${index + 1} cannot be read: "${statement.slice(0, 80)}". Write nodes and arrows, such as web[Web] --> db[(Orders)].`,
        }
      for (const node of read.nodes) {
        const known = nodes.get(node.id)
        nodes.set(node.id, {
          id: node.id,
          label: node.label || known?.label || '',
          style: node.style || known?.style || '',
          group: known?.group || open.at(-1) || '',
        })
      }
      edges.push(...read.edges)
    }
  }
  if (nodes.size === 0)
    return { ok: false, message: 'There is no node in it. Paste a flowchart such as: flowchart LR, then web --> db.' }
  return { ok: true, nodes: [...nodes.values()].map(n => ({ ...n, label: n.label || n.id })), edges }
}

export type Imported =
  | { readonly ok: true; readonly architecture: Architecture; readonly ids: readonly string[]; readonly labelsLeftOut: number }
  | Problem

/**
 * Adds a mermaid flowchart to a design: a node whose name is there already is that component, another becomes one of the kind its class or
 * name suggests; a dotted arrow is a call that nobody waits for. `ids` are the components it names; labels of arrows have no place in a
 * design and are counted.
 */
export function importMermaid(
  architecture: Architecture,
  text: string,
  kinds: readonly ComponentKind[],
  blank: { readonly component: Component; readonly link: Link },
): Imported {
  const chart = parseMermaid(text)
  if (!chart.ok) return chart
  const components = [...architecture.components]
  const links = [...architecture.links]
  const made = new Map<string, string>()
  for (const node of chart.nodes) {
    const name = node.label.slice(0, 200)
    const there = components.find(c => c.name === name || (normal(name) !== '' && normal(c.name) === normal(name)))
    const id = there?.id ?? toId(name, candidate => components.some(c => c.id === candidate))
    made.set(node.id, id)
    if (there) {
      // What stands in a group already stays there.
      if (node.group && !there.group) components[components.indexOf(there)] = { ...there, group: node.group }
      continue
    }
    const kind = kinds.find(k => k.id === node.style) ?? guessKind(kinds, name)
    components.push({ ...blank.component, id, name, kind: kind?.id ?? '', ...(node.group ? { group: node.group } : {}) })
  }
  for (const edge of chart.edges) {
    const from = made.get(edge.from) ?? ''
    const to = made.get(edge.to) ?? ''
    if (from === to || links.some(l => l.from === from && l.to === to)) continue
    const id = toId(`${from}-${to}`, candidate => links.some(l => l.id === candidate))
    links.push({ ...blank.link, id, from, to, mode: edge.async ? 'async' : 'sync' })
  }
  const next = { ...architecture, components, links }
  const message = tooLarge(next)
  if (message) return { ok: false, message }
  const labelsLeftOut = chart.edges.filter(e => e.label !== '' && !/^async$/i.test(e.label)).length
  return { ok: true, architecture: next, ids: [...new Set(made.values())], labelsLeftOut }
}

const reserved = new Set([
  'end',
  'graph',
  'flowchart',
  'subgraph',
  'style',
  'class',
  'classdef',
  'click',
  'default',
  'direction',
  'linkstyle',
])
const nodeName = (id: string) => (reserved.has(id.toLowerCase()) ? `c_${id}` : id)
const codes: Readonly<Record<string, string>> = { '"': '#quot;', '<': '#lt;', '>': '#gt;', '&': '#amp;', '#': '#35;' }
const quote = (text: string) => `"${text.replace(/["<>&#]/g, sign => codes[sign] ?? sign)}"`

const shapeOf = (category: string | undefined): readonly [string, string] => {
  if (category === 'store') return ['[(', ')]']
  if (category === 'client' || category === 'external') return ['([', '])']
  if (category === 'messaging') return ['[[', ']]']
  if (category === 'cache') return ['(', ')']
  return ['[', ']']
}

/** Writes a design as a mermaid flowchart: the class of a node is its kind and a named group a subgraph, so that reading it back gives both. */
export function toMermaid(architecture: Architecture, kinds: readonly ComponentKind[]): string {
  const category = new Map(kinds.map(k => [k.id, k.category]))
  const node = (c: Component) => {
    const [open, close] = shapeOf(category.get(c.kind))
    return `  ${nodeName(c.id)}${open}${quote(c.name || c.id)}${close}${c.kind ? `:::${c.kind}` : ''}`
  }
  const alone = architecture.components.filter(c => !c.group).map(node)
  const groups = [...new Set(architecture.components.flatMap(c => c.group ?? []))].filter(Boolean)
  const taken = new Set(architecture.components.map(c => c.id))
  const grouped = groups.flatMap((group, index) => [
    `  subgraph ${toId(`group-${index + 1}`, id => taken.has(id)).replaceAll('-', '_')}[${quote(group)}]`,
    ...architecture.components.filter(c => c.group === group).map(c => `  ${node(c)}`),
    '  end',
  ])
  const known = new Set(architecture.components.map(c => c.id))
  const links = architecture.links
    .filter(l => known.has(l.from) && known.has(l.to))
    .map(l => `  ${nodeName(l.from)} ${l.mode === 'async' ? '-.->' : '-->'} ${nodeName(l.to)}`)
  return `${['flowchart LR', ...alone, ...grouped, ...links].join('\n')}\n`
}
