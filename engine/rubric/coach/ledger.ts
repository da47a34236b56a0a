import { checkGraph } from '../../architecture/graph-rules.ts'
import { ablate } from '../../simulation/questions.ts'
import { type Context, toContext } from '../context.ts'
import { refersTo } from '../criteria/match-where.ts'
import type { Evidence } from '../criterion.ts'
import type { CompiledDrill } from '../rubric.ts'
import type { ScoreReport } from '../score-report.ts'
import type { ScoringInput } from '../score-submission.ts'
import { saysSomething } from '../substance.ts'
import { unusedAnswers } from './unused-answers.ts'

export type LedgerLine = Evidence & { readonly why: string }

/** What hangs loose in a design, each line with its place. Nothing here costs points by itself. */
export type Ledger = {
  /** Estimates that no decision and no other part uses: so what? */
  readonly unusedEstimates: readonly LedgerLine[]
  /** Decisions that neither an estimate nor a requirement with a number supports. */
  readonly unsupportedDecisions: readonly LedgerLine[]
  /** Where the way from requirement over component and objective to alarm ends. */
  readonly orphans: readonly LedgerLine[]
  /** Parts that do not agree with each other, or with the drawn graph. */
  readonly contradictions: readonly LedgerLine[]
  /** What could go and nothing would be missed, with what it costs. */
  readonly overbuilt: readonly LedgerLine[]
}

/** Reads a scored design for what hangs loose. Pure; a few milliseconds. */
export function ledgerOf(
  compiled: CompiledDrill,
  { submission, timeline }: ScoringInput,
  report: ScoreReport,
  { seed }: { readonly seed: number },
): Ledger {
  const context = toContext(compiled, submission, timeline, seed)
  return {
    unusedEstimates: unusedEstimates(context),
    unsupportedDecisions: unsupportedDecisions(context),
    orphans: orphans(context),
    contradictions: contradictions(context, report),
    overbuilt: overbuilt(context),
  }
}

const unusedEstimates = ({ submission, compiled }: Context): readonly LedgerLine[] =>
  unusedAnswers(submission).map(({ target }) => {
    const ask = compiled.drill.targets.find(t => t.id === target)?.ask ?? target
    return { at: `/answers/${target}`, text: ask, why: 'No decision, flow, store or cost uses it.' }
  })

function unsupportedDecisions(context: Context): readonly LedgerLine[] {
  const { submission } = context
  return submission.decisions.flatMap(decision => {
    if (!saysSomething(decision.chosen)) return []
    const requirement = submission.requirements.nonFunctional.find(r => r.id === decision.driver)
    const supported =
      refersTo(context, decision.driver, 'target') ||
      (requirement !== undefined && context.read(requirement.target) !== undefined) ||
      (decision.givesUp.quality !== '' && context.read(decision.givesUp.amount) !== undefined)
    if (supported) return []
    const why = decision.driver === '' ? 'Nothing is said to drive it.' : `${decision.driver}, which drives it, has no number.`
    return [{ at: `/decisions/${decision.id}`, text: decision.question || decision.chosen, why }]
  })
}

function orphans({ submission, graph }: Context): readonly LedgerLine[] {
  const { requirements, architecture, operations } = submission
  const measured = requirements.nonFunctional.filter(r => r.quality === 'latency' || r.quality === 'availability')
  const passed = reachedFrom(graph)
  return [
    ...measured
      .filter(r => !architecture.flows.some(f => f.objective === r.id || r.flow === f.id || r.flow === ''))
      .map(r => ({
        at: `/requirements/nonFunctional/${r.id}`,
        text: `${r.quality} ${r.target}`,
        why: 'There is no flow that it could be measured on.',
      })),
    ...measured
      .filter(r => !operations.alarms.some(a => a.objective === r.id))
      .map(r => ({ at: `/requirements/nonFunctional/${r.id}`, text: `${r.quality} ${r.target}`, why: 'No alarm guards it.' })),
    ...architecture.components
      .filter(c => !passed.has(c.id))
      .map(c => ({ at: `/architecture/components/${c.id}`, text: c.name || c.id, why: 'No flow passes it or sets it off.' })),
    ...operations.alarms
      .filter(a => !requirements.nonFunctional.some(r => r.id === a.objective))
      .map(a => ({
        at: `/operations/alarms/${a.id}`,
        text: `${a.signal} ${a.threshold}`.trim(),
        why: 'It guards no objective.',
      })),
  ]
}

/** The components that a flow passes, and all that is set off from there. */
function reachedFrom(graph: Context['graph']): ReadonlySet<string> {
  const reached = new Set(graph.flows.flatMap(flow => flow.route))
  for (const id of reached) for (const link of graph.from(id)) reached.add(link.to)
  return reached
}

/** Rules that find something missing rather than two things that do not agree. */
const completeness = new Set([
  'alarms-name-objectives',
  'components-on-flows',
  'failures-name-components',
  'objectives-have-alarms',
  'stores-have-owners',
])

function contradictions(context: Context, report: ScoreReport): readonly LedgerLine[] {
  const read = (text: string) => context.read(text)?.quantity
  const drawn = checkGraph({ graph: context.graph, submission: context.submission, read })
  const agreeing = new Set(
    context.compiled.criteria.flatMap(c => (c.kind === 'consistent' && !completeness.has(c.rule) ? [c.id] : [])),
  )
  return [
    ...report.criteria
      .filter(c => agreeing.has(c.id) && c.verdict === 'missed' && c.evidence.length > 0)
      .map(c => ({ at: c.evidence[0]?.at ?? '', text: c.evidence[0]?.text ?? '', why: c.reason })),
    ...drawn.slice(0, 10).map(f => ({
      at: f.parts[0] ? `/architecture/components/${f.parts[0]}` : '/architecture',
      text: namesOf(context, f.parts),
      why: f.message,
    })),
  ]
}

/** The parts of a finding as the candidate called them; links are left out where components say it. */
function namesOf({ submission: { architecture } }: Context, parts: readonly string[]): string {
  const named = parts.flatMap(id => {
    const part = architecture.components.find(c => c.id === id) ?? architecture.flows.find(f => f.id === id)
    return part ? [part.name || part.id] : []
  })
  return (named.length > 0 ? named : parts).join(', ')
}

/** Kinds whose whole purpose is in the model: what they are for shows when they are taken away. */
const simulatedKinds = ['@cache', 'cdn', 'read-replica']

function overbuilt(context: Context): readonly LedgerLine[] {
  const model = context.model()
  if (model.flows.length === 0) return []
  return ablate(model)
    .filter(({ component, buysNothing }) => buysNothing && context.graph.isKind(component, simulatedKinds))
    .map(({ component, saves }) => ({
      at: `/architecture/components/${component}`,
      text: model.parts[component]?.name ?? component,
      why: `Run without it, the same objectives are met${saves > 1 ? `, for ${Math.round(saves)} USD less a month` : ''}.`,
    }))
}
