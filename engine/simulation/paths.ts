import type { Model, ModelFlow, Part, Step } from './model.ts'

/** A call of a path: the index of its step, the part, and the mean number of calls of it for one request of the flow. */
export type Call = { readonly step: Step; readonly part: Part; readonly calls: number }

/** One way that a request of a flow may go, and how often it does. */
export type Path = { readonly chance: number; readonly calls: readonly Call[] }

/** How much of a cache's hit ratio is left: 0 when it is gone. */
export type CacheLeft = (part: Part) => number

const answers = (part: Part, step: Step) => part.hitRatio !== undefined && part.hitRatio > 0 && step.sync

/**
 * The paths of a flow: a hit at its first cache, at its second, ..., and a miss at all. Chances add up to one. A hit spares the later
 * caches and stores that are waited for, a hit at the edge all that follows. A store behind a cache whose link says less than one call a request is asked
 * that often in all: the candidate has counted the misses, and they are not counted twice.
 */
export function pathsOf(model: Model, flow: ModelFlow, left: CacheLeft): readonly Path[] {
  const parts = flow.steps.map(step => model.parts[step.part])
  const caches = flow.steps.flatMap((step, i) => {
    const part = parts[i]
    if (!part || !answers(part, step)) return []
    const usual = part.hitRatio ?? 0
    return [{ i, usual, hit: usual * left(part), edge: part.category === 'edge' }]
  })
  const paths: { chance: number; spared: (i: number) => boolean; index: number }[] = []
  let missed = 1
  for (const cache of caches) {
    if (cache.hit <= 0) continue
    const spares = (i: number) => {
      const category = parts[i]?.category
      // What is set off and not waited for happens whether or not the cache had the answer.
      const asked = flow.steps[i]?.sync && (category === 'store' || category === 'cache')
      return i > cache.i && (cache.edge || asked === true)
    }
    paths.push({ chance: missed * cache.hit, spared: spares, index: cache.i })
    missed *= 1 - cache.hit
  }
  paths.push({ chance: missed, spared: () => false, index: -1 })
  return paths
    .filter(path => path.chance > 0)
    .map(({ chance, spared }) => ({ chance, calls: callsOf(flow, parts, spared, i => asked(flow, caches, i)) }))
}

/** Share of requests that come to step `i` past the caches before it, when these work as they should; 1 for what no cache spares. */
function asked(flow: ModelFlow, caches: readonly { i: number; usual: number }[], i: number): number {
  const step = flow.steps[i]
  if (!step || step.calls >= 1) return 1
  return caches.filter(cache => cache.i < i).reduce((share, cache) => share * (1 - cache.usual), 1)
}

function callsOf(
  flow: ModelFlow,
  parts: readonly (Part | undefined)[],
  spared: (i: number) => boolean,
  askedShare: (i: number) => number,
): readonly Call[] {
  const counts: number[] = []
  const calls: Call[] = []
  for (const [i, step] of flow.steps.entries()) {
    const part = parts[i]
    const above = step.parent < 0 ? 1 : (counts[step.parent] ?? 0)
    const own =
      step.calls < 1 && part?.category === 'store' ? Math.min(1, step.calls / Math.max(1e-12, askedShare(i))) : step.calls
    const count = spared(i) ? 0 : above * own
    counts.push(count)
    if (count > 0 && part) calls.push({ step, part, calls: count })
  }
  return calls
}
