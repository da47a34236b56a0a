import { getCatalog } from '#catalog/catalog.ts'
import { readCatalogSettings } from '#catalog/settings.ts'
import type { ComponentKind } from '#engine/architecture/component-kinds.ts'
import { COUNT, sameDimension, TIME } from '#engine/quantity/dimension.ts'
import { type Blast, blastOf, type Evaluation, evaluate } from '#engine/simulation/evaluate.ts'
import { type Failure, failuresOf, readFailure } from '#engine/simulation/failures.ts'
import type { Model } from '#engine/simulation/model.ts'
import { simulateEvents } from '#engine/simulation/simulate-events.ts'
import { spike } from '#engine/simulation/spike.ts'
import { toModel } from '#engine/simulation/to-model.ts'
import { warmUp } from '#engine/simulation/warm-up.ts'
import { evaluateExpression } from '#engine/worksheet/worksheet.ts'
import { readArguments } from '../arguments.ts'
import { readSource } from '../read-source.ts'
import { type Command, exit, type Terminal } from '../terminal.ts'
import { formatEvents, formatSimulation } from './format-simulation.ts'
import { formatSpike, formatWarmUp } from './format-spike.ts'
import { readSubmission } from './score.ts'

const options = {
  load: { type: 'string', default: '1x' },
  fail: { type: 'string', multiple: true },
  events: { type: 'boolean', default: false },
  spike: { type: 'string' },
  flush: { type: 'string' },
  seed: { type: 'string', default: '1' },
  json: { type: 'boolean', default: false },
} as const

/** `tenfold simulate FILE [--load 10x] [--fail zone:a] [--events] [--spike 10x:60s] [--flush cache] [--seed N] [--json]` */
export const simulateCommand: Command = {
  usage: [
    'tenfold simulate FILE|- [--load 10x] [--fail zone:a|region:eu|component:cache|cell] [--json]   run a drawn design',
    'tenfold simulate FILE|- --events [--spike 10x:60s] [--seed N]  the same, run event by event, in a spike too',
    'tenfold simulate FILE|- --flush cache        the same, and how an emptied cache comes back',
  ],
  async run(words, terminal) {
    const complain = (message: string) => {
      terminal.err(`tenfold simulate: ${message}`)
      return exit.unusable
    }
    const read = readArguments(words, options)
    if (!read.ok) return complain(read.message)
    const [file, ...others] = read.parsed.positionals
    const { load: stated, fail = [], json, seed: seedText, spike: spikeText, flush } = read.parsed.values
    if (file === undefined || others.length > 0) return complain('name one file, or "-" for standard input.')
    const load = readLoad(stated)
    if (load === undefined) return complain(`--load ${stated} is no multiple of the load: write 10x or 0.5.`)
    const seed = Number(seedText)
    if (!Number.isInteger(seed) || seed < 0) return complain(`--seed ${seedText} is no whole number from 0.`)
    const wanted = spikeText === undefined ? undefined : readSpike(spikeText)
    if (wanted && !wanted.ok) return complain(wanted.message)
    const source = await readSource(file, terminal)
    if (!source.ok) return complain(source.message)
    const submission = readSubmission(file, source.text)
    if (!submission.ok) {
      for (const problem of submission.problems) terminal.err(problem)
      return exit.unusable
    }
    const kinds = await loadKinds(terminal)
    if (!kinds.ok) return complain(kinds.message)
    const model = toModel(submission.submission, kinds.kinds)
    const failures: Failure[] = []
    for (const text of fail) {
      const found = readFailure(text, model)
      if (!found.ok) return complain(`--fail ${found.message}`)
      failures.push(found.failure)
    }
    const evaluation = evaluate(model, load, failures)
    const blasts = blastRadius(model, load)
    const events = read.parsed.values.events ? simulateEvents(model, { load, failed: failures, seed }) : undefined
    const common = { load, failed: failures, seed }
    const spiked = wanted && spike(model, { ...common, factor: wanted.factor, seconds: wanted.seconds })
    const warmed = flush === undefined ? undefined : warmUp(model, flush, common)
    if (warmed && !warmed.ok) return complain(`--flush: ${warmed.message} ${warmed.mend}`)
    const document = () =>
      JSON.stringify({
        ...toJson(evaluation, blasts),
        ...(events ? { events } : {}),
        ...(spiked ? { spike: spiked } : {}),
        ...(warmed ? { flush: { ...warmed, ok: undefined } } : {}),
      })
    const text = () =>
      formatSimulation(model, evaluation, blasts, fail) +
      (events ? formatEvents(evaluation, events) : '') +
      (spiked ? formatSpike(spiked) : '') +
      (warmed && flush !== undefined ? formatWarmUp(flush, warmed) : '')
    terminal.out(json ? document() : text())
    for (const { part, message, mend } of model.problems) terminal.err(`${part ? `${part}: ` : ''}${message} ${mend}`)
    return model.problems.length > 0 ? exit.problems : exit.done
  },
}

const LONGEST_SPIKE = 86_400
type SpikeRead = { ok: true; factor: number; seconds: number } | { ok: false; message: string }

/** `10x:60s`: the multiple of the load, and for how long. */
function readSpike(text: string): SpikeRead {
  const [factorText = '', timeText = '', ...rest] = text.split(':')
  const factor = readLoad(factorText)
  if (factor === undefined || rest.length > 0 || timeText.trim() === '')
    return { ok: false, message: `--spike ${text} is no spike: write the multiple of the load and its time, such as 10x:60s.` }
  const time = evaluateExpression(timeText.trim())
  const seconds = time.ok && sameDimension(time.value.quantity.dimension, TIME) ? time.value.quantity.base : Number.NaN
  if (!(seconds > 0 && seconds <= LONGEST_SPIKE))
    return { ok: false, message: `--spike ${text}: "${timeText}" is no time up to a day: write 60s or 5 minutes.` }
  return { ok: true, factor, seconds }
}

/** `10x`, `10` or `50%`, above zero. */
function readLoad(text: string): number | undefined {
  const result = evaluateExpression(text.trim().replace(/x$/i, ''))
  if (!result.ok || !sameDimension(result.value.quantity.dimension, COUNT)) return undefined
  const { base } = result.value.quantity
  return base > 0 && base <= 1e9 ? base : undefined
}

async function loadKinds(
  terminal: Terminal,
): Promise<{ ok: true; kinds: readonly ComponentKind[] } | { ok: false; message: string }> {
  try {
    const catalog = await getCatalog(readCatalogSettings(terminal.env, terminal.root))
    return { ok: true, kinds: catalog.reference().kinds }
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) }
  }
}

/** What each single failure takes with it at this load, by its name. */
function blastRadius(model: Model, load: number): Readonly<Record<string, Blast>> {
  const found: Record<string, Blast> = {}
  for (const name of failuresOf(model)) {
    const read = readFailure(name, model)
    if (read.ok) found[name] = blastOf(model, [read.failure], load)
  }
  return found
}

function toJson(evaluation: Evaluation, blasts: Readonly<Record<string, Blast>>) {
  const { components, assumptions, ...rest } = evaluation
  const shown = Object.entries(components).map(([id, component]) => {
    const { response: _moments, ...numbers } = component
    return [id, numbers] as const
  })
  return { ...rest, components: Object.fromEntries(shown), blastRadius: blasts, assumptions }
}
