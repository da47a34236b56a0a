import type { ComponentKind } from '#engine/architecture/component-kinds.ts'
import { drawRoute } from '#engine/architecture/draw-route.ts'
import { tooLarge } from '#engine/architecture/edit-graph.ts'
import { blank } from '#engine/design/blank.ts'
import type { Submission } from '#engine/design/submission.ts'

type Architecture = Submission['architecture']

export const blanks = { component: { id: '', ...blank.component }, link: { id: '', ...blank.link } }

export type Added =
  | { readonly ok: true; readonly architecture: Architecture; readonly route: readonly string[]; readonly said: string }
  | { readonly ok: false; readonly message: string }

/**
 * Draws what was typed: a name ("redis"), a route ("client > lb > web >> queue"), a route from the selected component ("> cache"), or a flow
 * ("Redirect: client > web > db"), which is written among the flows, too.
 */
export function quickAdd(
  architecture: Architecture,
  typed: string,
  kinds: readonly ComponentKind[],
  selected: string | undefined,
): Added {
  const [, flowName = '', routed] = /^([^:>→]{1,100}):(.*[>→].*)$/.exec(typed.trim()) ?? []
  const body = (routed ?? typed).trim()
  const text = /^(>|→)/.test(body) && selected ? `${selected} ${body}` : body
  const drawn = drawRoute(architecture, text, kinds, blanks)
  if (drawn.route.length === 0) return { ok: false, message: 'Type a name such as redis, or a route such as client > web > db.' }
  const long = drawn.architecture.components.find(c => c.name.length > 200)
  if (long) return { ok: false, message: `"${long.name.slice(0, 40)}…" is too long: a name may have 200 characters.` }
  const message = tooLarge(drawn.architecture)
  if (message) return { ok: false, message }
  const next = flowName.trim() === '' ? drawn.architecture : withFlow(drawn.architecture, flowName.trim(), drawn.route)
  const parts = [
    [next.components.length - architecture.components.length, 'component'],
    [next.links.length - architecture.links.length, 'link'],
    [next.flows.length - architecture.flows.length, 'flow'],
  ] as const
  const news = parts.filter(([n]) => n > 0).map(([n, what]) => `${n} ${what}${n === 1 ? '' : 's'}`)
  return {
    ok: true,
    architecture: next,
    route: drawn.route,
    said: news.length > 0 ? `Added ${news.join(', ')}` : 'It is drawn already',
  }
}

function withFlow(architecture: Architecture, name: string, route: readonly string[]): Architecture {
  const { flows } = architecture
  if (flows.some(f => f.name === name))
    return { ...architecture, flows: flows.map(f => (f.name === name ? { ...f, route: [...route] } : f)) }
  let n = flows.length + 1
  while (flows.some(f => f.id === `flow-${n}`)) n += 1
  return { ...architecture, flows: [...flows, { ...blank.flow, id: `flow-${n}`, name, route: [...route] }] }
}
