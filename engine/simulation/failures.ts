import type { Model, Part } from './model.ts'

/** What has failed: a whole component, a zone of the home region, a region, or one cell. */
export type Failure =
  | { readonly scope: 'component'; readonly component: string }
  | { readonly scope: 'zone' | 'region'; readonly index: number }
  | { readonly scope: 'cell' }

export type FailureRead = { readonly ok: true; readonly failure: Failure } | { readonly ok: false; readonly message: string }

/**
 * Reads `zone:a`, `region:eu`, `component:cache` or `cell`. Zones and regions are letters or numbers from a or 1; any other name of a
 * region is the first one, the home of what stands in one region only.
 */
export function readFailure(text: string, model: Model): FailureRead {
  const [scope, name = ''] = text.trim().split(':')
  if (scope === 'cell') return { ok: true, failure: { scope } }
  if (name === '') return { ok: false, message: `"${text}" names no failure: write zone:a, region:eu, component:ID or cell.` }
  if (scope === 'zone' || scope === 'region') return { ok: true, failure: { scope, index: indexOf(name) } }
  if (scope !== 'component')
    return { ok: false, message: `"${scope}" cannot fail: write zone:a, region:eu, component:ID or cell.` }
  if (model.parts[name]) return { ok: true, failure: { scope, component: name } }
  const known = Object.keys(model.parts).join(', ')
  return { ok: false, message: `there is no component "${name}" in the design. There are: ${known || 'none'}.` }
}

function indexOf(name: string): number {
  if (/^[a-z]$/i.test(name)) return name.toLowerCase().charCodeAt(0) - 97
  return /^\d+$/.test(name) ? Math.max(0, Number(name) - 1) : 0
}

/** Every single failure that the design can have, by the name that `readFailure` reads. */
export function failuresOf(model: Model): readonly string[] {
  const parts = Object.values(model.parts)
  const zones = parts.reduce((most, part) => Math.max(most, part.reach === 'zone' ? part.zones : 0), 0)
  const regions = parts.reduce((most, part) => Math.max(most, part.reach === 'global' ? 0 : part.regions), 0)
  return [
    ...parts.filter(part => part.category !== 'client').map(part => `component:${part.id}`),
    ...Array.from({ length: zones }, (_, i) => `zone:${String.fromCharCode(97 + i)}`),
    ...Array.from({ length: regions }, (_, i) => `region:${i + 1}`),
    ...(parts.some(part => part.cells > 1) ? ['cell'] : []),
  ]
}

/** Replicas left of a part, of one cell. They stand in turn in zone 1, 2, ... of region 1, then of region 2, and so on. */
export function replicasLeft(part: Part, failed: readonly Failure[]): number {
  if (failed.some(f => f.scope === 'component' && f.component === part.id)) return 0
  if (part.reach === 'global') return part.replicas
  if (part.reach === 'region') {
    const lost = failed.filter(f => f.scope === 'region' && f.index < part.regions).length
    // A provider moves the work to the regions that are left.
    return lost >= part.regions ? 0 : part.replicas
  }
  const places = part.zones * part.regions
  let left = 0
  for (let place = 0; place < places; place++) {
    const zone = place % part.zones
    const region = Math.floor(place / part.zones)
    const gone = failed.some(
      f => (f.scope === 'region' && f.index === region) || (f.scope === 'zone' && region === 0 && f.index === zone),
    )
    if (!gone) left += Math.floor(part.replicas / places) + (place < part.replicas % places ? 1 : 0)
  }
  return left
}

/** Share of users whose cell is gone, as this part sees it. */
export const usersLost = (part: Part, failed: readonly Failure[]) =>
  part.cells > 1 && failed.some(f => f.scope === 'cell') ? 1 / part.cells : 0
