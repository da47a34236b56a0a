import type { Component, Link, Submission } from '../design/submission.ts'
import type { ComponentKind } from './component-kinds.ts'
import { guessKind, isKind } from './kind-of-name.ts'

type Architecture = Submission['architecture']
type Step = { readonly name: string; readonly async: boolean }

/** Splits `client > load balancer > web >> queue` at `>` (a call) and `>>` (a call that nobody waits for). */
function toSteps(text: string): readonly Step[] {
  const parts = text.split(/(>>?|→)/)
  return parts.flatMap((part, index) =>
    index % 2 === 1 || part.trim() === '' ? [] : [{ name: part.trim(), async: parts[index - 1] === '>>' }],
  )
}

/** How two names are compared: case and punctuation do not count. */
export const normal = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** A free id made of a name: `Load Balancer` is `load-balancer`, the next one `load-balancer-2`. */
export const toId = (name: string, taken: (id: string) => boolean): string => {
  const base = normal(name).replaceAll(' ', '-').slice(0, 40) || 'component'
  if (!taken(base)) return base
  for (let n = 2; ; n += 1) if (!taken(`${base}-${n}`)) return `${base}-${n}`
}

/** Writes a route as people type it, by the names of its components. */
export function formatRoute(architecture: Architecture, route: readonly string[]): string {
  const name = (id: string) => architecture.components.find(c => c.id === id)?.name || id
  return route
    .map((id, index) => {
      if (index === 0) return name(id)
      const passed = route.slice(0, index)
      const link = architecture.links.find(l => l.to === id && passed.includes(l.from))
      return `${link?.mode === 'async' ? ' >> ' : ' > '}${name(id)}`
    })
    .join('')
}

/**
 * Draws what a typed route says: components that do not exist yet are added with the kind that their name suggests, and missing links
 * between neighbours are added too. A cache or a store calls nobody, so the step after it is called by the last one that does: in
 * `web > cache > db` the web tier asks both. What is there already is left alone.
 */
export function drawRoute(
  architecture: Architecture,
  text: string,
  kinds: readonly ComponentKind[],
  blank: { readonly component: Component; readonly link: Link },
): { readonly architecture: Architecture; readonly route: readonly string[] } {
  const byKind = new Map(kinds.map(k => [k.id, k]))
  const components = [...architecture.components]
  const links = [...architecture.links]
  const route: string[] = []
  let caller = ''
  for (const step of toSteps(text)) {
    let component = components.find(c => normal(c.name) === normal(step.name) || c.id === step.name)
    if (!component) {
      const id = toId(step.name, candidate => components.some(c => c.id === candidate))
      component = { ...blank.component, id, name: step.name, kind: guessKind(kinds, step.name)?.id ?? '' }
      components.push(component)
    }
    const { id, kind } = component
    if (caller !== '' && caller !== id && !links.some(l => l.from === caller && l.to === id)) {
      const linkId = toId(`${caller}-${id}`, candidate => links.some(l => l.id === candidate))
      links.push({ ...blank.link, id: linkId, from: caller, to: id, mode: step.async ? 'async' : 'sync' })
    }
    if (!route.includes(id)) route.push(id)
    if (caller === '' || !isKind(byKind.get(kind), ['@cache', '@store', '@external'])) caller = id
  }
  return { architecture: { ...architecture, components, links }, route }
}
