import type { Context } from '../../context.ts'
import { type Evidence, type Finding, met, missed, partly } from '../../criterion.ts'
import type { CriterionOf } from '../../rubric.ts'
import { isRecord, matches, valueAt } from '../match-where.ts'

/** Counts the records of a part that meet the conditions; what is said twice counts once. */
export function scorePresent(criterion: CriterionOf<'present'>, context: Context): Finding {
  const path = `/${criterion.part.replaceAll('.', '/')}`
  const distinct = matchingRecords(criterion, context)
  const evidence = [...distinct.values()].slice(0, 5).map(entry => toEvidence(entry, path))
  const { min, partlyFrom } = criterion
  const found = `${distinct.size} of ${min}`
  if (distinct.size >= min) return met(min === 1 ? 'It is there.' : `${distinct.size} are there; ${min} are asked for.`, evidence)
  if (partlyFrom !== undefined && distinct.size >= partlyFrom) return partly(`${found} are there.`, evidence)
  return missed(distinct.size === 0 ? 'Nothing in this part shows it.' : `Only ${found} are there.`, evidence)
}

/** The different records of a part that meet the conditions. */
export function matchingRecords(
  { part, where, distinct }: Pick<CriterionOf<'present'>, 'part' | 'where' | 'distinct'>,
  context: Context,
): ReadonlyMap<string, unknown> {
  const found = valueAt(context.submission, part)
  const entries = Array.isArray(found) ? found : [found]
  const matching = entries.filter(entry => isRecord(entry) && matches(context, entry, where))
  return new Map(matching.map(entry => [sameness(entry, distinct), entry]))
}

function sameness(entry: unknown, field: string | undefined): string {
  if (field) return JSON.stringify(valueAt(entry, field)) ?? ''
  if (!isRecord(entry)) return ''
  const { id: _, ...rest } = entry
  return JSON.stringify(rest)
}

function toEvidence(entry: unknown, path: string): Evidence {
  if (!isRecord(entry)) return { at: path, text: '' }
  const id = entry.id ?? entry.slot ?? entry.target
  const said = Object.entries(entry).flatMap(([key, value]) =>
    key !== 'id' && (typeof value === 'string' || typeof value === 'number') && value !== '' ? [String(value)] : [],
  )
  return { at: typeof id === 'string' ? `${path}/${id}` : path, text: said.join(' · ').slice(0, 160) }
}
