import type { Component, Link, Submission } from '../design/submission.ts'
import { toId } from './draw-route.ts'

type Architecture = Submission['architecture']

/** How much one design may hold: the schema's limits, told before the server refuses them. */
export const most = { components: 200, links: 400 } as const

/** Says what a design has too much of, or undefined when it fits. */
export function tooLarge({ components, links }: Architecture): string | undefined {
  if (components.length > most.components)
    return `That makes ${components.length} components; a design may have ${most.components}. Draw less, or remove some first.`
  if (links.length > most.links)
    return `That makes ${links.length} links; a design may have ${most.links}. Draw less, or remove some first.`
  return undefined
}

/** Removes components and links by id; the links and the steps of routes that named a removed component go with it. */
export function removeParts(architecture: Architecture, ids: ReadonlySet<string>): Architecture {
  return {
    components: architecture.components.filter(c => !ids.has(c.id)),
    links: architecture.links.filter(l => !ids.has(l.id) && !ids.has(l.from) && !ids.has(l.to)),
    flows: architecture.flows.map(f =>
      f.route.some(id => ids.has(id)) ? { ...f, route: f.route.filter(id => !ids.has(id)) } : f,
    ),
  }
}

/** Links two components. The same architecture comes back when they are the same, unknown, or linked that way already. */
export function connect(architecture: Architecture, blank: Link, from: string, to: string): Architecture {
  const known = new Set(architecture.components.map(c => c.id))
  if (from === to || !known.has(from) || !known.has(to)) return architecture
  if (architecture.links.some(l => l.from === from && l.to === to)) return architecture
  const id = toId(`${from}-${to}`, candidate => architecture.links.some(l => l.id === candidate))
  return { ...architecture, links: [...architecture.links, { ...blank, id, from, to, mode: 'sync' }] }
}

export type Parts = { readonly components: readonly Component[]; readonly links: readonly Link[] }

/** The named components with the links that run between them. */
export const pickParts = (architecture: Architecture, ids: ReadonlySet<string>): Parts => ({
  components: architecture.components.filter(c => ids.has(c.id)),
  links: architecture.links.filter(l => ids.has(l.from) && ids.has(l.to)),
})

/** Adds copies of parts under new ids and names ("web 2"). `ids` are those of the new components, in the order of the parts. */
export function pasteParts(
  architecture: Architecture,
  parts: Parts,
): { readonly architecture: Architecture; readonly ids: readonly string[] } {
  const components = [...architecture.components]
  const links = [...architecture.links]
  const made = new Map<string, string>()
  for (const part of parts.components) {
    const name = freeName(part.name || part.id, taken => components.some(c => c.name === taken))
    const id = toId(name, candidate => components.some(c => c.id === candidate))
    made.set(part.id, id)
    components.push({ ...part, id, name, settings: { ...part.settings } })
  }
  for (const link of parts.links) {
    const from = made.get(link.from)
    const to = made.get(link.to)
    if (!from || !to) continue
    links.push({ ...link, id: toId(`${from}-${to}`, candidate => links.some(l => l.id === candidate)), from, to })
  }
  return { architecture: { ...architecture, components, links }, ids: [...made.values()] }
}

function freeName(name: string, taken: (name: string) => boolean): string {
  if (!taken(name)) return name
  const base = name.replace(/ \d+$/, '')
  for (let n = 2; ; n += 1) if (!taken(`${base} ${n}`)) return `${base} ${n}`
}

/** How a component is said in words: "web, service, 6 replicas, 3 zones, calls cache and db". */
export function describeComponent(architecture: Architecture, component: Component, kindLabel: string): string {
  const name = (id: string) => architecture.components.find(c => c.id === id)?.name || id
  const calls = architecture.links
    .filter(l => l.from === component.id)
    .map(l => `${name(l.to)}${l.mode === 'async' ? ' without waiting' : ''}`)
  return [
    component.name || component.id,
    kindLabel || 'kind not chosen',
    counted(component.replicas, 'replica'),
    counted(component.zones, 'zone'),
    counted(component.regions, 'region'),
    counted(component.cells, 'cell'),
    component.group ? `in ${component.group}` : '',
    calls.length > 0 ? `calls ${listed(calls)}` : 'calls nothing',
  ]
    .filter(Boolean)
    .join(', ')
}

const counted = (n: number | undefined, what: string) => (n === undefined ? '' : `${n} ${what}${n === 1 ? '' : 's'}`)

const listed = (words: readonly string[]) =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
