import { formatNumber } from '../quantity/format.ts'
import type { Evaluation } from './evaluate.ts'
import type { Model } from './model.ts'

/**
 * The verdict in words: at this load the design holds or fails and why, and what is full first and at which multiple of its own load.
 * Figures are of the analytic model in the steady state.
 */
export function sentenceOf(model: Model, { holds, bottleneck, saturatesAt, load, flows, components }: Evaluation): string {
  if (model.flows.length === 0) return 'Nothing was run: the design has no flow that can be.'
  const full = Object.entries(components).filter(([, c]) => c.saturated)
  const missed = Object.entries(flows).flatMap(([id, flow]) => flow.objectives.filter(o => !o.met).map(o => `${o.id} of ${id}`))
  const why = [
    ...full.map(([id, c]) => `${id} lacks ${formatNumber(c.shortfall)} /s`),
    ...(missed.length > 0 ? [`missed: ${missed.join(', ')}`] : []),
  ]
  const verdict = holds ? 'holds' : `fails${why.length > 0 ? ` (${why.join('; ')})` : ' (something that it needs is gone)'}`
  const first =
    bottleneck === null || saturatesAt === null
      ? 'Nothing in it has a limit.'
      : `${bottleneck} is full first, at ${formatNumber(saturatesAt)}x.`
  return `At ${formatNumber(load)}x the design ${verdict}. ${first}`
}
