import type { Reading } from '../../../rationale/read-rationale.ts'
import type { Context } from '../../context.ts'
import type { Evidence, Finding } from '../../criterion.ts'
import type { CriterionOf } from '../../rubric.ts'
import { isRecord, matches, valueAt } from '../match-where.ts'

type Box = { readonly at: string; readonly text: string }

const rank: Readonly<Record<Reading['outcome'], number>> = { met: 3, partly: 2, refused: 1, unsure: 0 }

/**
 * Reads the boxes with a frame and takes the best. Only `met` and `partly` are found; everything else is "not sure", with the reason:
 * never that it was not addressed.
 */
export function scoreSaid(criterion: CriterionOf<'said'>, context: Context): Finding {
  const reader = context.reader()
  if (!reader?.criteria.includes(criterion.frame)) return unsure('No rule for this text is at hand. Look for yourself.')
  const boxes = criterion.in.flatMap(path => boxesAt(context.submission, path.split('.'), ''))
  if (boxes.length === 0)
    return unsure('Nothing is written in the boxes that this looks at. If it stands elsewhere, mark it yourself.')
  const readings = boxes.map(box => ({
    box,
    reading: context.isCopied(box.text) ? copied : reader.read(criterion.frame, box.text),
  }))
  const best = readings.toSorted((a, b) => rank[b.reading.outcome] - rank[a.reading.outcome])[0]
  if (!best) return unsure('Look for yourself with the checklist.')
  const { box, reading } = best
  const evidence = evidenceOf(box, reading)
  const against = contradiction(criterion, context)
  if (against && reading.outcome !== 'refused') return { ...unsure(against), evidence }
  if (reading.outcome === 'met' || reading.outcome === 'partly')
    return { verdict: reading.outcome, reason: reading.reason, evidence }
  return { verdict: 'unsure', reason: reading.reason, evidence: reading.outcome === 'refused' ? evidence : [] }
}

/** What typed fields say against the text; they are the stronger witness. */
function contradiction({ unless }: CriterionOf<'said'>, context: Context): string | undefined {
  if (!unless) return undefined
  const part = valueAt(context.submission, unless.part)
  const found = (Array.isArray(part) ? part : [part]).some(entry => isRecord(entry) && matches(context, entry, unless.where))
  return found ? `The typed fields say otherwise: ${unless.why}. Look which of the two holds.` : undefined
}

const copied: Reading = {
  outcome: 'refused',
  reason: 'It stands like this in a lesson, prompt or exemplar. Say it of your own design.',
  spans: [],
}

const unsure = (reason: string): Finding => ({ verdict: 'unsure', reason, evidence: [] })

/** The recognized spans, in the words of the text. */
const evidenceOf = ({ at, text }: Box, { spans }: Reading): readonly Evidence[] =>
  spans.slice(0, 3).map(([from, to]) => ({ at, text: text.slice(from, to).slice(0, 160) }))

function boxesAt(value: unknown, path: readonly string[], at: string): readonly Box[] {
  const [key, ...rest] = path
  if (Array.isArray(value))
    return value.flatMap(entry =>
      boxesAt(entry, path, `${at}/${isRecord(entry) && typeof entry.id === 'string' ? entry.id : ''}`),
    )
  if (key === undefined) return typeof value === 'string' && value.trim() !== '' ? [{ at, text: value }] : []
  return isRecord(value) ? boxesAt(value[key], rest, `${at}/${key}`) : []
}
