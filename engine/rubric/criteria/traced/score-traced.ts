import type { Submission } from '../../../design/submission.ts'
import type { Context } from '../../context.ts'
import { type Evidence, type Finding, met, missed, partly } from '../../criterion.ts'
import type { CriterionOf } from '../../rubric.ts'
import { saysSomething } from '../../substance.ts'

type Traced = CriterionOf<'traced'>
type Link = Traced['to'][number]
type Requirement = Submission['requirements']['nonFunctional'][number]

const lacks: Readonly<Record<Link, string>> = {
  flow: 'a linked flow that has it as its objective',
  component: 'a component that the flow passes',
  alarm: 'an alarm with a threshold that guards it, on a component of its flow',
  decision: 'a decision that it drives',
  failure: 'a failure of a component on its flow',
}

/** Follows each requirement of the wanted qualities from its flow to what serves, guards and decides it. */
export function scoreTraced(criterion: Traced, context: Context): Finding {
  const wanted = context.submission.requirements.nonFunctional.filter(
    r => r.quality !== '' && criterion.qualities.some(q => q === r.quality) && context.read(r.target) !== undefined,
  )
  if (wanted.length === 0) return missed(`No requirement of ${criterion.qualities.join(' or ')} has a target to follow.`)
  const traces = wanted.map(requirement => follow(requirement, criterion.to, context))
  const ranked = traces.toSorted((a, b) => a.missing.length - b.missing.length)
  const whole = ranked.filter(t => t.missing.length === 0)
  const evidence = ranked.slice(0, criterion.min).flatMap(t => t.evidence)
  if (whole.length >= criterion.min) return met('It can be followed all the way.', evidence)
  const nearest = ranked[whole.length]
  const reason = nearest
    ? `${nearest.requirement.quality} ${nearest.requirement.target} lacks ${nearest.missing.map(link => lacks[link]).join('; and ')}.`
    : `${whole.length} of ${criterion.min} can be followed all the way.`
  const half =
    whole.length > 0 || (nearest !== undefined && nearest.missing.length * 2 <= criterion.to.length && criterion.to.length > 1)
  return half ? partly(reason, evidence) : missed(reason, evidence)
}

function follow(requirement: Requirement, to: readonly Link[], context: Context) {
  const { submission, graph } = context
  const flows = graph.flows.filter(
    flow =>
      flow.route.length > 1 &&
      (flow.objective === requirement.id ||
        requirement.flow === flow.id ||
        (requirement.flow === '' && !graph.flows.some(f => f.objective === requirement.id))),
  )
  const components = new Set(flows.flatMap(flow => flow.route).filter(id => !graph.isKind(id, ['client'])))
  const alarm = submission.operations.alarms.find(
    a => a.objective === requirement.id && a.signal !== '' && context.read(a.threshold) !== undefined && onFlow(a.component),
  )
  const decision = submission.decisions.find(d => d.driver === requirement.id && saysSomething(d.chosen))
  const failure = submission.failures.find(f => components.has(f.component) && f.detection !== '')
  function onFlow(id: string) {
    return id === '' || components.has(id)
  }
  const found: Readonly<Record<Link, Evidence | undefined>> = {
    flow: flows[0] && { at: `/architecture/flows/${flows[0].id}`, text: flows[0].route.join(' → ') },
    component:
      components.size > 0
        ? { at: `/architecture/components/${[...components][0]}`, text: [...components].join(', ') }
        : undefined,
    alarm: alarm && { at: `/operations/alarms/${alarm.id}`, text: `${alarm.signal} ${alarm.threshold}` },
    decision: decision && { at: `/decisions/${decision.id}`, text: decision.chosen },
    failure: failure && { at: `/failures/${failure.id}`, text: failure.what || failure.component },
  }
  const own = { at: `/requirements/nonFunctional/${requirement.id}`, text: `${requirement.quality} ${requirement.target}` }
  return {
    requirement,
    missing: to.filter(link => !found[link]),
    evidence: [own, ...to.flatMap(link => found[link] ?? [])],
  }
}
