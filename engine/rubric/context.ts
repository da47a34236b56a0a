import { type Graph, toGraph } from '../architecture/graph.ts'
import type { Submission } from '../design/submission.ts'
import { compatible, type Quantity } from '../quantity/quantity.ts'
import { isCopied } from '../rationale/fingerprint.ts'
import type { Frames } from '../rationale/frame.ts'
import { makeRationaleReader, type RationaleReader } from '../rationale/read-rationale.ts'
import { type Evaluation, evaluate, percentileOf } from '../simulation/evaluate.ts'
import type { Model } from '../simulation/model.ts'
import { toModel } from '../simulation/to-model.ts'
import type { Value } from '../worksheet/amount.ts'
import { evaluateExpression, evaluateWorksheet, type Worksheet } from '../worksheet/worksheet.ts'
import { factScope, markEstimates, referenceScope, type Scope } from './estimates.ts'
import type { CompiledDrill } from './rubric.ts'
import type { Estimate } from './score-report.ts'
import type { Timeline } from './timeline.ts'

/** Everything a scorer may look at. */
export type Context = {
  readonly compiled: CompiledDrill
  readonly submission: Submission
  readonly timeline: Timeline | undefined
  readonly seed: number
  readonly sheet: Worksheet
  readonly graph: Graph
  readonly estimates: ReadonlyMap<string, Estimate>
  /** The drill's own numbers, by name. */
  readonly reference: Scope
  /** Reads an expression with the candidate's worksheet names in scope; undefined when it is empty or cannot be read. */
  readonly read: (text: string) => Value | undefined
  /** The candidate's stated answer to a target, as a quantity. */
  readonly answer: (target: string) => Quantity | undefined
  /** Reads prose, when the drill's rubric does. */
  readonly reader: () => RationaleReader | undefined
  /** True of prose that stands in a lesson, a prompt or an exemplar. */
  readonly isCopied: (text: string) => boolean
  /** The design made ready to be run, and run at a multiple of its own load; each is made once, when first asked for. */
  readonly model: () => Model
  readonly evaluated: (load: number) => Evaluation
  /** A percentile (0 to 100) of a flow's response time at a multiple of the load, seconds; null without a steady state. */
  readonly percentile: (load: number, flow: string, percent: number) => number | null
}

/** The scope of a candidate's expressions: facts given or asked for, then the names of the worksheet. */
export function candidateScope(
  compiled: CompiledDrill,
  submission: Submission,
  seed: number,
): { sheet: Worksheet; scope: Scope } {
  const asked = new Set(submission.questions.map(q => q.fact))
  const given = factScope(compiled.drill, fact => fact.given || asked.has(fact.id))
  const sheet = evaluateWorksheet(submission.worksheet, { given, seed })
  const scope: Record<string, Quantity> = { ...given }
  for (const [name, value] of sheet.values) scope[name] = value.quantity
  return { sheet, scope }
}

/** Builds the context once for all criteria. */
export function toContext(
  compiled: CompiledDrill,
  submission: Submission,
  timeline: Timeline | undefined,
  seed: number,
): Context {
  const { sheet, scope } = candidateScope(compiled, submission, seed)
  const values = sheet.values
  const read = (text: string): Value | undefined => {
    const name = text.trim()
    if (name === '') return undefined
    const known = values.get(name)
    if (known) return known
    const result = evaluateExpression(name, { given: scope, seed })
    return result.ok ? result.value : undefined
  }
  const stated = new Map(submission.answers.map(a => [a.target, a.stated]))
  const known = knownOf(compiled)
  const runs = new Map<number, Evaluation>()
  let made: Model | undefined
  const model = () => {
    made ??= toModel(submission, compiled.kinds, text => read(text)?.quantity)
    return made
  }
  const evaluated = (load: number) => {
    const run = runs.get(load) ?? evaluate(model(), load)
    runs.set(load, run)
    return run
  }
  return {
    compiled,
    submission,
    timeline,
    seed,
    sheet,
    graph: toGraph(submission.architecture, compiled.kinds),
    estimates: new Map(markEstimates(compiled.drill, submission, read).map(e => [e.target, e])),
    reference: referenceScope(compiled.drill),
    read,
    answer: target => read(stated.get(target) ?? '')?.quantity,
    reader: () => (compiled.frames ? readerOf(compiled.frames) : undefined),
    isCopied: text => isCopied(text, known),
    model,
    evaluated,
    percentile: (load, flow, percent) => percentileOf(model(), load, flow, percent),
  }
}

/** The base value of an expression when it is of the same kind as `like`; undefined otherwise. */
export function readAs(context: Context, text: string, like: Quantity): number | undefined {
  const value = context.read(text)?.quantity
  return value && compatible(value, like) && Number.isFinite(value.base) ? value.base : undefined
}

const readers = new WeakMap<Frames, RationaleReader>()

/** Preparing frames takes longer than reading with them, so a reader is kept as long as its frames. */
function readerOf(frames: Frames): RationaleReader {
  const known = readers.get(frames) ?? makeRationaleReader(frames)
  readers.set(frames, known)
  return known
}

const fingerprints = new WeakMap<CompiledDrill, ReadonlySet<number>>()

function knownOf(compiled: CompiledDrill): ReadonlySet<number> {
  const known = fingerprints.get(compiled) ?? new Set(compiled.copied ?? [])
  fingerprints.set(compiled, known)
  return known
}
