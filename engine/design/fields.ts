import { z } from 'zod'
import { limits } from './limits.ts'

const counted = (max: number, what: string) =>
  z
    .string()
    .max(max, { error: issue => `is ${String(issue.input).length} characters long; ${what} may have ${max}. Shorten it.` })

/** A reference to, or the identity of, one record inside a submission. */
export const recordId = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/,
    'is not an id: use 1 to 64 letters, digits, "-" or "_", starting with a letter or digit',
  )

/** The id of another record, or nothing yet. */
export const reference = z.union([recordId, z.literal('')]).default('')

/** A short name or label, shown as text and never read by a check. */
export const label = counted(limits.nameCharacters, 'a name').default('')

/** A name that may be left out altogether. */
export const name = counted(limits.nameCharacters, 'a name').optional()

/** Prose: says why. At most 2 KB a box. */
export const prose = counted(limits.proseBytes, 'a text box').default('')

/** A quantity, or any expression of the worksheet language; worksheet names are in scope (`peak`, `3 TB`, `100 ms`). */
export const expression = counted(limits.nameCharacters, 'a quantity').default('')

/** A whole number of things, at least `min`. Absent means "not stated": the engine's default feeds the simulator and earns nothing. */
export const count = (min = 0, max = 1_000_000) =>
  z
    .number({ error: 'is not a number: give a whole number such as 3' })
    .int('is not a whole number: leave out the fraction')
    .min(min, `must be at least ${min}`)
    .max(max, `must be at most ${max}`)
    .optional()

/** Yes, no, or not said. */
export const answer = z.boolean({ error: 'must be true or false' }).optional()

/** One of a list of words, or not chosen yet. */
export const choice = <const T extends readonly [string, ...string[]]>(words: T) =>
  z.enum(['', ...words], { error: issue => `is ${JSON.stringify(issue.input)}; choose one of: ${words.join(', ')}` }).default('')

export const records = <T extends z.ZodType>(record: T, max: number = limits.records) =>
  z.array(record).max(max, `has too many entries: at most ${max} are read`).default([])
