import { z } from 'zod'
import { levels, slug } from '#engine/drill/drill.ts'
import { modes } from '#engine/interview/clock.ts'
import { bands } from '#engine/rubric/scoring.ts'

/** What a list of attempts may be narrowed to, as it stands in the address. */
export const attemptFilter = z.object({
  drill: slug.max(100).optional().describe('The slug of a drill'),
  mode: z.enum(modes, `is not a mode: choose one of ${modes.join(', ')}`).optional(),
  level: z.enum(levels, `is not a level: choose one of ${levels.join(', ')}`).optional(),
  band: z
    .enum(bands, `is not a band: choose one of ${bands.join(', ')}`)
    .optional()
    .describe('Of the level that the attempt aimed at'),
  since: z.iso.date('is not a date: write it as 2026-03-02').optional().describe('The first day, in UTC'),
})

export type AttemptFilter = z.infer<typeof attemptFilter>
const names = ['drill', 'mode', 'level', 'band', 'since'] as const

/** Reads a filter from the address. What is empty is left out; what cannot be read is left out too, and said. */
export function readAttemptFilter(query: Readonly<Record<string, string | string[] | undefined>>): {
  readonly filter: AttemptFilter
  readonly problems: readonly string[]
} {
  const given = names.flatMap(name => {
    const value = query[name]
    return typeof value === 'string' && value !== '' ? [[name, value] as const] : []
  })
  const read = given.map(([name, value]) => ({ name, value, parsed: attemptFilter.safeParse({ [name]: value }) }))
  return {
    filter: Object.assign({}, ...read.map(({ parsed }) => parsed.data ?? {})),
    problems: read.flatMap(({ name, value, parsed }) =>
      parsed.success ? [] : [`${name}: "${value.slice(0, 40)}" ${parsed.error.issues[0]?.message ?? 'cannot be read'}`],
    ),
  }
}
