import type { Component } from '../design/submission.ts'

/** Components that stand together: under a name that was given, or because they state the same regions, cells and zones. */
export type Group = { readonly label: string; readonly named: boolean; readonly members: readonly string[] }

const several = (n: number | undefined, what: string) => (n !== undefined && n > 1 ? `${n} ${what}` : '')

/** "2 regions × 3 zones": what a component is spread over; empty where it states at most one of each. */
export const spreadOf = ({ regions, cells, zones }: Component): string =>
  [several(regions, 'regions'), several(cells, 'cells'), several(zones, 'zones')].filter(Boolean).join(' × ')

/** The groups of a design, in the order in which their first components stand. A component is in its named group, else with its likes. */
export function groupsOf(components: readonly Component[]): readonly Group[] {
  const groups = new Map<string, { label: string; named: boolean; members: string[] }>()
  for (const component of components) {
    const named = Boolean(component.group)
    const label = component.group || spreadOf(component)
    if (label === '') continue
    const key = `${named} ${label}`
    const group = groups.get(key)
    if (group) group.members.push(component.id)
    else groups.set(key, { label, named, members: [component.id] })
  }
  return [...groups.values()]
}
