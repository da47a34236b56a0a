import { INFORMATION, isCount, sameDimension, TIME } from '#engine/quantity/dimension.ts'
import type { Quantity } from '#engine/quantity/quantity.ts'
import type { Input } from '#engine/worksheet/inputs.ts'
import type { FactorRole } from './known-slips.ts'

/** What an input stands for, by the words that people use for it in names and comments. The first that fits. */
const ROLE_WORDS: readonly (readonly [FactorRole, RegExp])[] = [
  ['peak', /peak|burst|spike|surge|rush|busiest|worst|prime_time|flash_sale|big day/],
  ['replication', /repl|copies|copy|redundan|mirror|durab|kept in \w+ places|(^|_)(rf|rep|r_factor)(_|$)/],
  [
    'read-write',
    /ratio|read_?write|(^|_)rw(_|$)|_per_(write|post|upload|tweet|publish)|reads_per|views_per|looks_per|reads? (for|per|to)/,
  ],
  ['retention', /retention|years?$|keep|kept|(^|_)ret(_|$)/],
  ['percent', /percent|pct|frac|share|hot|hit|miss|sampl/],
  [
    'population',
    /(^|_)(users?|dau|wau|mau|active|registered|drivers?|riders?|customers?|accounts?|members?|subscribers?|visitors?|people|buyers?|shoppers?|players?|viewers?|readers?|audience|population|clients?|tenants?|devices?|listeners?|students?|sellers?)(_|$)/,
  ],
]

const PERIOD_WORDS = /(^|_)(d|day|days|week|month|months|year|hour|hours|min|sec|secs|seconds|d_m|m_y|d_y)(_|$)/

/** Lengths of time that sheets write as plain numbers. */
const PERIODS: ReadonlySet<number> = new Set([7, 12, 24, 30, 60, 365, 1440, 3600, 86_400, 2_592_000, 31_536_000])

/** Nouns that say what a count is: `3 copies`, `100 reads/write`, `50M users`. */
function roleOfLabels({ labels }: Quantity): FactorRole | null {
  const power = (noun: string) => labels[noun] ?? 0
  if (power('copy') > 0 || power('replica') > 0) return 'replication'
  if ((power('read') > 0 || power('view') > 0) && (power('write') < 0 || power('post') < 0)) return 'read-write'
  const people = [
    'user',
    'people',
    'customer',
    'member',
    'visitor',
    'account',
    'viewer',
    'player',
    'driver',
    'rider',
    'subscriber',
  ]
  return people.some(noun => power(noun) > 0) ? 'population' : null
}

/** The role that words give: a name, a comment. */
export function roleOfWords(text: string): FactorRole | null {
  return ROLE_WORDS.find(([, words]) => words.test(text.toLowerCase()))?.[0] ?? null
}

/** Where an input stands: the text of its line after `#`, the name of that line, and what the line gives. */
export type InputPlace = { readonly comment: string; readonly lineName: string | null; readonly result: Quantity | null }

/** A number without a telling name, by what it multiplies: two or three of bytes at rest are copies, a few of a rate a peak. */
function roleOfStructure(input: Input, { lineName, result }: InputPlace): FactorRole | null {
  const telling = (input.name ?? '').length > 2
  if (telling || input.power !== 1 || !result) return null
  const number = input.quantity.base
  const byName = input.name === null && lineName !== null ? roleOfWords(lineName) : null
  if (byName === 'peak' && number > 1 && number <= 50) return byName
  if (byName === 'replication' && number > 1 && number <= 10) return byName
  if (sameDimension(result.dimension, INFORMATION)) return number === 2 || number === 3 ? 'replication' : null
  return result.dimension.time === -1 && number >= 1.5 && number <= 10 && result.dimension.money === 0 ? 'peak' : null
}

/** What an input stands for: by its name, its nouns and its comment; else by its unit, its size and what it multiplies. */
export function roleOf(input: Input, place: InputPlace): FactorRole {
  const { dimension } = input.quantity
  const named = roleOfWords(input.name ?? '') ?? roleOfLabels(input.quantity)
  if (named && !(named === 'population' && input.percent)) return named
  if (input.percent) return 'percent'
  const isLength = sameDimension(dimension, TIME) || (isCount(dimension) && PERIODS.has(input.number))
  if (isLength && (input.name === null || PERIOD_WORDS.test(input.name.toLowerCase()))) return 'period'
  if (!isCount(dimension)) return 'other'
  const commented = place.comment === '' ? null : roleOfWords(place.comment)
  if (commented) return commented
  if (input.number > 0 && input.number < 1) return 'percent'
  return roleOfStructure(input, place) ?? 'other'
}
