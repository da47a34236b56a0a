import type { Decision } from '../../../design/submission.ts'
import type { Context } from '../../context.ts'
import { type Finding, met, missed, partly } from '../../criterion.ts'
import type { CriterionOf } from '../../rubric.ts'
import { saysSomething, saysWhy } from '../../substance.ts'
import { refersTo } from '../match-where.ts'

type Decided = CriterionOf<'decided'>
type Need = Decided['needs'][number]

const lacks: Readonly<Record<Need, string>> = {
  alternative: 'an alternative with the quality that it loses on',
  'gives-up': 'what is given up',
  'gives-up-amount': 'how much is given up, as a quantity',
  driver: 'the requirement or number that drives it',
  door: 'whether it can be reversed (one-way or two-way)',
  reversal: 'what would make you reverse it',
  impact: 'its effect on customer, operations, cost and risk, with numbers',
}

/** Looks for decision records about the aspect that have what is needed; prose counts only by its form. */
export function scoreDecided(criterion: Decided, context: Context): Finding {
  const about = context.submission.decisions.filter(
    d => saysSomething(d.chosen) && (criterion.aspects.length === 0 || criterion.aspects.some(aspect => aspect === d.aspect)),
  )
  if (about.length === 0) return missed('No decision about it is recorded.')
  const judged = about.map(decision => ({
    decision,
    missing: criterion.needs.filter(need => !has(need, decision, criterion, context)),
  }))
  const ranked = judged.toSorted((a, b) => a.missing.length - b.missing.length)
  const complete = distinctChoices(ranked.filter(j => j.missing.length === 0).map(j => j.decision))
  const evidence = ranked
    .slice(0, criterion.min)
    .map(({ decision }) => ({ at: `/decisions/${decision.id}`, text: decision.chosen }))
  if (complete >= criterion.min) return met('It is decided, with what a decision needs.', evidence)
  const nearest = ranked[Math.min(complete, ranked.length - 1)]
  const reason =
    nearest && nearest.missing.length > 0
      ? `Still lacking: ${nearest.missing.map(need => lacks[need]).join('; ')}.`
      : `${complete} of ${criterion.min} such decisions.`
  const half =
    complete > 0 ||
    (nearest !== undefined &&
      nearest.missing.length * 2 <= criterion.needs.length &&
      nearest.missing.length < criterion.needs.length)
  return half ? partly(reason, evidence) : missed(reason, evidence)
}

const distinctChoices = (decisions: readonly Decision[]) =>
  new Set(decisions.map(d => `${d.aspect}:${d.chosen.trim().toLowerCase()}`)).size

function has(need: Need, decision: Decision, criterion: Decided, context: Context): boolean {
  if (need === 'alternative') {
    const chosen = decision.chosen.trim().toLowerCase()
    return decision.alternatives.some(
      a => saysSomething(a.option) && a.option.trim().toLowerCase() !== chosen && a.rejectedOn !== '',
    )
  }
  if (need === 'gives-up') return decision.givesUp.quality !== ''
  if (need === 'gives-up-amount') return decision.givesUp.quality !== '' && context.read(decision.givesUp.amount) !== undefined
  if (need === 'driver') return isDrivenBy(decision.driver, criterion.drivers, context)
  if (need === 'door') return decision.door !== ''
  const ownWords = (text: string) => saysWhy(text) && !context.isCopied(text)
  if (need === 'reversal') return decision.door !== '' && ownWords(decision.reverseWhen)
  const boxes = Object.values(decision.impact).filter(text => ownWords(text) && /\d/.test(text))
  return boxes.length >= criterion.impactBoxes
}

function isDrivenBy(driver: string, wanted: readonly string[], context: Context): boolean {
  const exists = ['requirement', 'target', 'component', 'store'].some(what => refersTo(context, driver, what))
  if (!exists || wanted.length === 0) return exists
  const quality = context.submission.requirements.nonFunctional.find(r => r.id === driver)?.quality
  const store = context.submission.data.find(s => s.id === driver)
  const kinds = wanted.map(w => w.replace(/^kind:/, ''))
  return (
    wanted.includes(driver) ||
    (quality !== undefined && wanted.includes(`quality:${quality}`)) ||
    context.graph.isKind(store?.component || driver, kinds)
  )
}
