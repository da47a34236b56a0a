import type { Submission } from '../../design/submission.ts'
import type { Level } from '../../drill/drill.ts'
import { toContext } from '../context.ts'
import type { CompiledDrill } from '../rubric.ts'
import type { ScoreReport } from '../score-report.ts'
import { type ScoringInput, scoreSubmission } from '../score-submission.ts'
import { bands } from '../scoring.ts'
import { derivedEdit } from './derived-edits.ts'
import type { Edit } from './edit.ts'
import { generalEdits } from './general-edits.ts'

export type ProposedEdit = {
  readonly id: string
  readonly what: string
  readonly minutes: number
  /** Criteria whose verdict it raises, tried by itself. */
  readonly raises: readonly string[]
  /** Share of the level's points that it adds, tried by itself. */
  readonly gain: number
}

export type Proposal = {
  readonly level: Level
  readonly band: string
  readonly score: number | null
  /** At most three; the first is the best by itself. Empty when nothing that was tried raises the score. */
  readonly edits: readonly ProposedEdit[]
  /** With all of them applied and scored again. */
  readonly after: { readonly band: string; readonly score: number | null }
}

const MOST = 3
/** So many of the best for their minutes are combined, and all that gain this much. */
const MANY = 8
const LARGE = 0.05
const rank = { met: 2, partly: 1, unsure: 0, missed: 0 } as const

/**
 * The three cheapest edits that would raise a level's band, or, when three cannot, its score most for their minutes. Each is applied and
 * the whole is scored again: what is proposed is what the engine then gives. Edits come from the criteria that were not met and from a list
 * of general ones. Deterministic.
 */
export function bestEdits(
  compiled: CompiledDrill,
  input: ScoringInput,
  report: ScoreReport,
  { seed, level }: { readonly seed: number; readonly level: Level },
): Proposal {
  const { submission, timeline } = input
  const context = toContext(compiled, submission, timeline, seed)
  const open = new Set(report.criteria.filter(c => c.tier === 'verified' && c.verdict !== 'met' && c.possible > 0).map(c => c.id))
  const possible: readonly Edit[] = [
    ...compiled.criteria.filter(c => open.has(c.id)).flatMap(c => derivedEdit(c, context) ?? []),
    ...generalEdits(context),
  ]
  const score = (changed: Submission) => scoreSubmission(compiled, { submission: changed, timeline }, { seed })
  const worth = (of: ScoreReport) => {
    const { band, score: share, cappedBy } = of.levels[level]
    // A must-have that is missed holds the band down, so mending one is worth more than its points.
    return { band, share: share ?? 0, value: (share ?? 0) - 0.05 * cappedBy.length }
  }
  const start = worth(report)
  const tried = possible
    .map(edit => ({ edit, report: score(edit.apply(submission)) }))
    .map(
      ({ edit, report: alone }): Tried => ({ edit, report: alone, after: worth(alone), gain: worth(alone).value - start.value }),
    )
    .filter(({ gain }) => gain > 1e-9)
    .toSorted((a, b) => b.gain / b.edit.minutes - a.gain / a.edit.minutes || a.edit.id.localeCompare(b.edit.id))
  const chosen = choose(tried, submission, start.band, changed => worth(score(changed)))
  const after = worth(score(chosen.reduce((now, { edit }) => edit.apply(now), submission)))
  return {
    level,
    band: start.band,
    score: report.levels[level].score,
    edits: chosen.map(({ edit, report: alone, gain }) => ({
      id: edit.id,
      what: edit.what,
      minutes: edit.minutes,
      raises: raised(report, alone),
      gain,
    })),
    after: { band: after.band, score: chosen.length > 0 ? after.share : report.levels[level].score },
  }
}

type Tried = { readonly edit: Edit; readonly report: ScoreReport; readonly after: Worth; readonly gain: number }
type Worth = { readonly band: string; readonly value: number }

const place = (band: string) => ['not measured', ...bands].indexOf(band)

/** First the cheapest that raises the band by itself, if there is one; then what gains most a minute on top of those before. */
function choose(
  tried: readonly Tried[],
  submission: Submission,
  band: string,
  worth: (submission: Submission) => Worth,
): readonly Tried[] {
  const enough = tried
    .filter(({ after }) => place(after.band) > place(band))
    .toSorted((a, b) => a.edit.minutes - b.edit.minutes || b.gain - a.gain)[0]
  const chosen: Tried[] = enough ? [enough] : []
  let now = enough ? enough.edit.apply(submission) : submission
  let value = worth(now).value
  // Two may mend the same thing, so each is judged on top of those before.
  const candidates = [...tried.slice(0, MANY), ...tried.filter(t => t.gain >= LARGE)].filter(t => t !== enough)
  while (chosen.length < MOST) {
    let best: { tried: Tried; next: Submission; value: number; rate: number } | undefined
    for (const each of candidates) {
      if (chosen.includes(each)) continue
      const next = each.edit.apply(now)
      const reached = worth(next).value
      const rate = (reached - value) / each.edit.minutes
      if (rate > Math.max(1e-9, best?.rate ?? 0)) best = { tried: each, next, value: reached, rate }
    }
    if (!best) break
    chosen.push(best.tried)
    now = best.next
    value = best.value
  }
  return chosen
}

function raised(before: ScoreReport, after: ScoreReport): readonly string[] {
  const verdicts = new Map(before.criteria.map(c => [c.id, c.verdict]))
  return after.criteria.filter(c => rank[c.verdict] > rank[verdicts.get(c.id) ?? 'missed']).map(c => c.id)
}
