import { COUNT, type Dimension, MONEY, sameDimension, TIME } from '../../../quantity/dimension.ts'
import { formatNumber, formatQuantity } from '../../../quantity/format.ts'
import { quantity } from '../../../quantity/quantity.ts'
import { answeredShares, type Evaluation } from '../../../simulation/evaluate.ts'
import { type Failure, failuresOf, readFailure } from '../../../simulation/failures.ts'
import type { Model, ModelFlow, Part } from '../../../simulation/model.ts'
import { judgePrediction } from '../../../simulation/prediction.ts'
import { ablate } from '../../../simulation/questions.ts'
import { evaluateExpression } from '../../../worksheet/worksheet.ts'
import type { Context } from '../../context.ts'
import { type Evidence, type Finding, met, missed, partly } from '../../criterion.ts'
import type { CriterionOf } from '../../rubric.ts'

type Simulated = CriterionOf<'simulated'>
type Check = Simulated['check']

/**
 * Runs the design and looks at what it does. Rates below the drill's demand are scaled up to it, so that nothing holds because little was
 * asked of it; a design whose machines are not counted is at most partly met, because defaults earn nothing.
 */
export function scoreSimulated(criterion: Simulated, context: Context): Finding {
  const model = context.model()
  if (model.flows.length === 0) {
    const [problem] = model.problems
    const why = problem ? ` ${problem.message} ${problem.mend}` : ''
    return missed(`There is nothing to run: draw a flow with its route and rate.${why}`)
  }
  const scale = scaleOf(criterion, model, context)
  if (scale === undefined)
    return missed('The flows have no rate that could be compared with what is asked. Give each flow its rate.')
  const finding = check(criterion.check, model, scale, context)
  const unsized = unsizedParts(model, context)
  if (finding.verdict !== 'met' || unsized.length === 0 || criterion.check.is === 'predicted') return finding
  const names = unsized.map(part => part.id).join(', ')
  return partly(
    `${finding.reason} But it holds by defaults: say how many replicas ${names} ${unsized.length > 1 ? 'have' : 'has'}.`,
    finding.evidence,
  )
}

/** What the load must be multiplied by to reach the demand; at least 1. */
function scaleOf({ demand, through }: Simulated, model: Model, context: Context): number | undefined {
  if (demand === undefined) return 1
  const total = flowsOf(through, model, context).reduce((sum, flow) => sum + flow.rate, 0)
  const estimate = context.estimates.get(demand)
  const ours = context.reference[demand]?.base
  // A demand that follows from the candidate's own plausible assumptions counts; a wrong one does not lower the bar.
  const wanted = estimate?.verdict === 'met' && estimate.stated !== null ? estimate.stated : ours
  if (wanted === undefined || !(total > 0)) return undefined
  return Math.max(1, wanted / total)
}

function check(wanted: Check, model: Model, scale: number, context: Context): Finding {
  switch (wanted.is) {
    case 'carries':
      return carries(context.evaluated(scale * wanted.load), model, wanted.load)
    case 'latency':
      return latency(wanted, model, scale, context)
    case 'availability':
      return availability(wanted, model, scale, context)
    case 'survives':
      return survives(wanted, model, scale, context)
    case 'predicted':
      return predicted(wanted.at, scale, context)
    case 'buys-something':
      return buysSomething(wanted, model, scale, context)
    case 'not-oversized':
      return notOversized(wanted.factor, model, scale, context)
    case 'cost':
      return costs(wanted.atMost, scale, context)
  }
}

const at = (id: string, text: string): Evidence => ({ at: `/architecture/components/${id}`, text })
const atFlow = (id: string, text: string): Evidence => ({ at: `/architecture/flows/${id}`, text })
const called = ({ id, name }: ModelFlow) => name || id
const seconds = (value: number) => formatQuantity(quantity(value, TIME))
const percent = (share: number) => `${formatNumber(share * 100)}%`
const used = (evaluation: Evaluation, id: string) => percent(evaluation.components[id]?.utilization ?? 0)

function carries(evaluation: Evaluation, model: Model, load: number): Finding {
  const full = Object.entries(evaluation.components).filter(([, c]) => c.saturated)
  const { bottleneck } = evaluation
  const times = load === 1 ? 'the load' : `${formatNumber(load)} times the load`
  if (full.length === 0) {
    const most = bottleneck ? [at(bottleneck, `the fullest: ${used(evaluation, bottleneck)} of what it can serve`)] : []
    return met(`Run at ${times}, nothing is full.`, most)
  }
  const evidence = full
    .slice(0, 3)
    .map(([id, c]) => at(id, c.shortfall > 0 ? `lacks ${formatNumber(c.shortfall)} /s` : 'nothing to spare'))
  return missed(
    `Run at ${times}, ${full.map(([id]) => model.parts[id]?.name || id).join(', ')} cannot serve what arrives.`,
    evidence,
  )
}

/** The flows that a check is about: those that pass the stages in order. */
function flowsOf(stages: readonly (readonly string[])[], model: Model, context: Context): readonly ModelFlow[] {
  return model.flows.filter(flow => {
    let stage = 0
    for (const { part } of flow.steps) {
      const wanted = stages[stage]
      if (wanted && context.graph.isKind(part, wanted)) stage += 1
    }
    return stage === stages.length
  })
}

function boundOf(text: string, dimension: Dimension, context: Context): number | undefined {
  const result = evaluateExpression(text, { given: context.reference })
  if (!result.ok || !sameDimension(result.value.quantity.dimension, dimension)) return undefined
  return result.value.quantity.base
}

const noBound = (text: string) => missed(`This drill's bound "${text}" cannot be read; that is our fault, not yours.`)
const noFlow = missed('No flow takes the way that this is about. Draw it, with its rate.')

function latency(wanted: Extract<Check, { is: 'latency' }>, model: Model, scale: number, context: Context): Finding {
  const ours = boundOf(wanted.atMost, TIME, context)
  if (ours === undefined) return noBound(wanted.atMost)
  const flows = flowsOf(wanted.flow, model, context)
  if (flows.length === 0) return noFlow
  const results = flows.map(flow => {
    const own = flow.objectives.filter(o => o.quality === 'latency' && o.percentile <= wanted.percentile).map(o => o.target)
    return { flow, limit: Math.min(ours, ...own), value: context.percentile(scale * wanted.load, flow.id, wanted.percentile) }
  })
  const evidence = results.map(({ flow, value }) =>
    atFlow(flow.id, value === null ? 'no steady state' : `p${wanted.percentile} ${seconds(value)}`),
  )
  const late = results.filter(({ value, limit }) => value === null || value > limit)
  const first = late[0]
  if (!first) return met(`Run, p${wanted.percentile} stays within ${seconds(Math.min(...results.map(r => r.limit)))}.`, evidence)
  const why = first.value === null ? 'never settles: something on it is full or gone' : `takes ${seconds(first.value)}`
  return missed(`Run, ${called(first.flow)} ${why} at p${wanted.percentile}; it may take ${seconds(first.limit)}.`, evidence)
}

function availability(wanted: Extract<Check, { is: 'availability' }>, model: Model, scale: number, context: Context): Finding {
  const ours = boundOf(wanted.atLeast, COUNT, context)
  if (ours === undefined) return noBound(wanted.atLeast)
  const flows = flowsOf(wanted.flow, model, context)
  if (flows.length === 0) return noFlow
  const evaluation = context.evaluated(scale)
  const digits = (share: number) => `${(share * 100).toFixed(4).replace(/0+$/, '').replace(/\.$/, '')}%`
  const results = flows.map(flow => {
    const own = flow.objectives.filter(o => o.quality === 'availability').map(o => o.target)
    return { flow, limit: Math.max(ours, ...own), value: evaluation.flows[flow.id]?.availability ?? 0 }
  })
  const evidence = results.map(({ flow, value }) => atFlow(flow.id, `available ${digits(value)}`))
  const short = results.find(({ value, limit }) => value < limit)
  if (!short) return met('The parts in a row, with their replicas and zones, reach what is asked.', evidence)
  return missed(
    `In a row, its parts give ${called(short.flow)} ${digits(short.value)}; ${digits(short.limit)} is asked.`,
    evidence,
  )
}

function survives(wanted: Extract<Check, { is: 'survives' }>, model: Model, scale: number, context: Context): Finding {
  const most = boundOf(wanted.atMost, COUNT, context)
  if (most === undefined) return noBound(wanted.atMost)
  const scopes = new Set(['zone', 'region', 'cell'])
  const kinds = wanted.failures.filter(name => !scopes.has(name))
  const about = (name: string) => {
    const [scope = '', id = ''] = name.split(':')
    return scopes.has(scope) ? wanted.failures.includes(scope) : kinds.length > 0 && context.graph.isKind(id, kinds)
  }
  const tried = failuresOf(model).filter(about)
  if (tried.length === 0) return missed('The design has nothing of the kind that this takes away, so it shows no answer to it.')
  const losses = tried.map(name => ({ name, ...lostWithout(model, readAll(name, model), scale) }))
  const worst = losses.toSorted((a, b) => b.share - a.share)[0]
  if (!worst || worst.share <= most + 1e-9)
    return met(`Taken away one by one (${tried.length}), none loses more than ${percent(most)} of the requests.`)
  const [scope = '', id = ''] = worst.name.split(':')
  const evidence = scope === 'component' ? [at(id, `without it ${percent(worst.share)} of requests are lost`)] : []
  return missed(
    `Without ${id && scope === 'component' ? model.parts[id]?.name || id : worst.name.replace(':', ' ')}, ${percent(worst.share)} of the requests are not answered (${worst.flows.join(', ')}); ${percent(most)} may be.`,
    evidence,
  )
}

/** The share of all requests that are not answered without some parts, also for want of capacity, and the flows that lose any. */
function lostWithout(
  model: Model,
  failed: readonly Failure[],
  scale: number,
): { readonly share: number; readonly flows: readonly string[] } {
  const answered = answeredShares(model, scale, failed)
  const offered = model.flows.reduce((sum, flow) => sum + flow.rate, 0)
  const served = model.flows.reduce((sum, flow) => sum + flow.rate * (answered[flow.id] ?? 0), 0)
  return {
    share: offered > 0 ? 1 - served / offered : 0,
    flows: model.flows.filter(({ id }) => (answered[id] ?? 0) < 1 - 1e-9).map(called),
  }
}

function readAll(name: string, model: Model): readonly Failure[] {
  const read = readFailure(name, model)
  return read.ok ? [read.failure] : []
}

function predicted(times: 10 | 100, scale: number, context: Context): Finding {
  const { at10x, at100x } = context.submission.predictions
  const { component } = times === 10 ? at10x : at100x
  const all = Object.entries(context.evaluated(scale).components).map(([id, c]) => ({ id, fullAt: c.saturatesAt }))
  const { verdict, first, ownAt } = judgePrediction(all, component, times)
  if (verdict === 'unnamed') return missed(`No component is predicted to break first at ${times}x.`)
  const where = [{ at: `/predictions/at${times}x`, text: component }]
  if (first === null) return missed('Run, nothing in the design has a limit to reach.', where)
  const at = formatNumber(ownAt ?? first.at)
  if (verdict === 'right') return met(`Run, ${component} is full first, at ${at} times the stated load.`, where)
  if (verdict === 'by-then')
    return partly(`Run, ${component} is full at ${at}x, after ${first.id} at ${formatNumber(first.at)}x.`, where)
  return missed(`Run, ${first.id} is full first, at ${formatNumber(first.at)} times the stated load.`, where)
}

function buysSomething(wanted: Extract<Check, { is: 'buys-something' }>, model: Model, scale: number, context: Context): Finding {
  const drawn = Object.keys(model.parts).filter(id => context.graph.isKind(id, wanted.kinds))
  if (drawn.length === 0) return missed('Nothing of the kind is drawn, so nothing shows what it would buy.')
  const idle = ablate(model, scale).filter(a => a.buysNothing && drawn.includes(a.component))
  if (idle.length === 0) return met('Without any of these, an objective would be missed or something would be full.')
  const evidence = idle.map(({ component, saves }) => at(component, `without it nothing changes; ${dollars(saves)} a month`))
  return missed(`Run without ${idle.map(a => a.component).join(', ')}, the same objectives are met.`, evidence)
}

const dollars = (value: number) => formatQuantity(quantity(value, MONEY))

/** Machines of which so many are needed for availability alone are never too many. */
const FEW = 6

function notOversized(factor: number, model: Model, scale: number, context: Context): Finding {
  const { components } = context.evaluated(scale)
  const large = Object.values(model.parts).filter(part => {
    const result = components[part.id]
    if (!result || part.managed || result.capacity === null || result.arrivalRate === 0) return false
    return part.replicas * (part.scaling === 'primary' ? part.shards : 1) > FEW && result.utilization * factor < 1
  })
  if (large.length === 0) return met(`No component has more than ${formatNumber(factor)} times what its load asks for.`)
  const names = large.map(part => part.id).join(', ')
  const evidence = large.map(part => at(part.id, `${percent(components[part.id]?.utilization ?? 0)} used at the peak`))
  return missed(`${names}: more than ${formatNumber(factor)} times what the load asks for.`, evidence)
}

function costs(text: string, scale: number, context: Context): Finding {
  const most = boundOf(text, MONEY, context)
  if (most === undefined) return noBound(text)
  const { components, cost } = context.evaluated(scale)
  const { month, lines } = cost
  const full = Object.keys(components).filter(id => components[id]?.saturated)
  // What does not do the work has no price for it: a design that carries nothing would be the cheapest of all.
  if (full.length > 0) return missed(`Run, ${full.join(', ')} cannot serve what arrives, so this is not what it costs.`)
  const top = lines.toSorted((a, b) => b.month - a.month).slice(0, 3)
  const evidence = top.map(line => at(line.component, `${line.item}: ${dollars(line.month)} a month`))
  const said = `Run, it costs about ${dollars(month)} a month; ${dollars(most)} may be spent.`
  return month <= most ? met(said, evidence) : missed(said, evidence)
}

/** Parts on a flow that scale by replicas of ours and whose number is not stated. */
function unsizedParts(model: Model, { submission }: Context): readonly Part[] {
  const passed = new Set(model.flows.flatMap(flow => flow.steps.map(step => step.part)))
  return Object.values(model.parts).filter(part => {
    if (!passed.has(part.id) || part.managed || part.scaling === 'elastic') return false
    const component = submission.architecture.components.find(c => c.id === part.id)
    const store = submission.data.find(s => s.component === part.id)
    return component?.replicas === undefined && (store?.sharding.count ?? '').trim() === ''
  })
}
