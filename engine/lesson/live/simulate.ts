import type { ComponentKind } from '../../architecture/component-kinds.ts'
import { drawRoute } from '../../architecture/draw-route.ts'
import { blank } from '../../design/blank.ts'
import type { Submission } from '../../design/submission.ts'
import { type LiveRun, runLive } from '../../simulation/live-run.ts'
import type { SimulatePart } from './parts.ts'

export type SimulateAt = { readonly load: number; readonly tries: readonly number[]; readonly failed: readonly string[] }

/** The design of a part with the chosen changes made. */
export function designOf(
  part: SimulatePart,
  tries: readonly number[],
  kinds: readonly ComponentKind[],
): Submission['architecture'] {
  const changes = part.tries.filter((_, index) => tries.includes(index))
  const components = part.components.map(({ id, name, settings, ...fields }) => {
    const set = changes.filter(({ component }) => component === id).map(change => change.set)
    const changed = Object.assign({}, fields, ...set)
    return {
      ...blank.component,
      ...changed,
      id,
      name: name ?? id,
      settings: Object.assign({}, settings, ...set.map(s => s.settings ?? {})),
    }
  })
  let architecture: Submission['architecture'] = { components, links: [], flows: [] }
  for (const [index, flow] of part.flows.entries()) {
    const drawn = drawRoute(architecture, flow.route, kinds, {
      component: { ...blank.component, id: '' },
      link: { ...blank.link, id: '' },
    })
    const made = { ...blank.flow, id: `flow-${index + 1}`, name: flow.name, route: [...drawn.route], rate: flow.rate }
    architecture = { ...drawn.architecture, flows: [...architecture.flows, made] }
  }
  return architecture
}

/** Runs a part's design at a load, with changes and failures: the same engine as in a drill. */
export function simulateAt(part: SimulatePart, kinds: readonly ComponentKind[], { load, tries, failed }: SimulateAt): LiveRun {
  const architecture = designOf(part, tries, kinds)
  const design = { architecture, data: [], requirements: { functional: [], nonFunctional: [] }, worksheet: '' }
  return runLive({ design, kinds, given: {}, load, failures: failed.map(id => `component:${id}`) })
}

/** What an author got wrong: a step of a route or a change that names no component of the part, a kind that does not exist, what cannot be run. */
export function simulateProblems(part: SimulatePart, kinds: readonly ComponentKind[]): readonly string[] {
  const ids = new Set(part.components.map(({ id }) => id))
  const unknown = part.components
    .filter(({ kind }) => !kinds.some(k => k.id === kind))
    .map(({ id, kind }) => `"${id}" is a "${kind}", and there is no such kind`)
  const drawn = designOf(part, [], kinds)
    .components.filter(({ id }) => !ids.has(id))
    .map(({ name }) => `a route names "${name}", which is no component of it`)
  const stray = [...part.tries.map(t => t.component), ...part.fails]
    .filter(id => !ids.has(id))
    .map(id => `there is no component "${id}" to change or take away`)
  if (unknown.length + drawn.length + stray.length > 0) return [...unknown, ...drawn, ...stray]
  const run = simulateAt(part, kinds, { load: part.load[0], tries: [], failed: [] })
  return [
    ...run.problems.map(({ name, message }) => `${name} ${message}`),
    ...(run.flows.length < part.flows.length ? ['a flow does not run'] : []),
  ]
}
