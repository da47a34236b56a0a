import { COUNT, type Dimension } from '#engine/quantity/dimension.ts'
import { factorSlips, generalSlips, type SlipCandidate, type SlipFactor, type SlipId } from './known-slips.ts'

export type Slip = {
  readonly id: SlipId
  /** `stated = expected * factor` under this slip. */
  readonly factor: number
  readonly explanation: string
  /** 0 to 1: how common the slip is and how closely it reproduces the stated number. */
  readonly confidence: number
  /** The factors of the sheet that it uses. */
  readonly uses: readonly string[]
}

export type SlipQuestion = {
  /** Both in base units of the same kind. */
  readonly stated: number
  readonly expected: number
  readonly factors?: readonly SlipFactor[]
  readonly dimension?: Dimension
  /** Further mistakes that are possible in this sheet. */
  readonly more?: readonly SlipCandidate[]
  /** Conventions that the person may have used on the way, as multipliers. By default all that are common. */
  readonly conventions?: readonly number[]
  /** Significant digits as stated: the more, the closer a slip must come. */
  readonly digits?: number
  /** The expected number before it was rounded to a whole one, where it was. */
  readonly unrounded?: number
}

/** Two numbers within this share of each other agree. */
const AGREES = 0.02
/** A person rounds on the way (10^5 seconds a day, 2.5M a month) as well as slipping. */
const ROUNDING_ON_THE_WAY: readonly number[] = [0.864, 1 / 0.864, 1.0368, 1 / 1.0368]
const LOOSE = 0.06
/** By digits stated; people also round the numbers on the way, so never less than this. */
const LIMITS: readonly number[] = [LOOSE, LOOSE, LOOSE, 0.025, 0.02]
const STRICT = 0.006
const PAIR = 0.02
const MAX_SLIPS = 5

type Match = {
  readonly ratio: number
  readonly stated: number
  readonly unrounded: number | undefined
  readonly limit: number
  readonly ways: readonly number[]
}

/** A whole number that rounding up, down or to the nearest makes of the slip's result. Small ones are easily met by chance. */
function isRoundedResult({ stated, unrounded }: Match, multiplier: number): boolean {
  if (unrounded === undefined || !Number.isInteger(stated)) return false
  return Math.abs(stated - unrounded * multiplier) < 1
}

/** How well a multiplier reproduces the ratio: 1 is exact, 0 is not at all. */
function closeness(match: Match, candidate: SlipCandidate): number {
  const { ratio, limit, ways } = match
  const miss = (multiplier: number) => Math.abs(ratio / multiplier - 1)
  const direct = miss(candidate.multiplier)
  const allowed = candidate.exact ? STRICT : limit
  if (direct <= allowed) return 1 - (direct / allowed) * 0.25
  if (isRoundedResult(match, candidate.multiplier)) return match.stated < 3 ? 0.6 : match.stated < 20 ? 0.8 : 0.95
  if (candidate.exact) return 0
  const rounded = Math.min(...ways.map(way => miss(candidate.multiplier * way)))
  return rounded <= limit / 2 ? 0.78 - (rounded / limit) * 0.2 : 0
}

/** A mistake changes an answer by less than this; beyond it floating point gives no verdict either. */
const plausible = (multiplier: number) => multiplier > 1e-30 && multiplier < 1e30

function rank(slips: readonly Slip[]): Slip[] {
  const best = new Map<string, Slip>()
  for (const slip of [...slips].sort((a, b) => b.confidence - a.confidence)) {
    const key = `${slip.id} ${slip.explanation}`
    if (!best.has(key)) best.set(key, slip)
  }
  return [...best.values()].slice(0, MAX_SLIPS)
}

const round = (value: number) => Math.round(value * 1000) / 1000

/** General slips common enough to stand beside one with a factor of the sheet. Two general ones explain almost any number. */
const BESIDE_OWN: ReadonlySet<SlipId> = new Set<SlipId>(['bits_bytes', 'prefix_1000'])

function mayPair(first: SlipCandidate, second: SlipCandidate): boolean {
  if (first.exact || second.exact || first.alone || second.alone || first.factor === second.factor) return false
  if (first.own && second.own) return first.weight >= 0.85 && second.weight >= 0.85
  const other = first.own ? second : first
  return (first.own === true || second.own === true) && BESIDE_OWN.has(other.id) && other.weight >= 0.85
}

function pairs(ratio: number, limit: number, candidates: readonly SlipCandidate[]): Slip[] {
  const found: Slip[] = []
  const allowed = Math.min(PAIR, limit / 2)
  for (const [index, first] of candidates.entries()) {
    for (const second of candidates.slice(index + 1)) {
      if (!mayPair(first, second)) continue
      const multiplier = first.multiplier * second.multiplier
      const miss = Math.abs(ratio / multiplier - 1)
      if (miss > allowed || Math.abs(multiplier - 1) < 0.1) continue
      const lead = first.weight >= second.weight ? first : second
      const other = lead === first ? second : first
      const confidence = round(first.weight * second.weight * 0.5 * (1 - (miss / allowed) * 0.2))
      found.push({
        id: lead.id,
        factor: multiplier,
        explanation: `two slips together: ${lead.explanation}, and ${other.explanation}`,
        confidence,
        uses: [lead.factor, other.factor].filter(name => name !== undefined),
      })
    }
  }
  return found
}

/**
 * The known mistakes that turn the expected number into the stated one, the likeliest first. Mistakes with the sheet's own
 * factors come before general ones, single ones before pairs. Empty when the two agree to 2%, when either is not a positive
 * finite number, and when nothing known reproduces the number: no explanation is invented.
 */
export function findSlips({
  stated,
  expected,
  factors = [],
  dimension = COUNT,
  more = [],
  conventions = ROUNDING_ON_THE_WAY,
  digits = 1,
  unrounded,
}: SlipQuestion): Slip[] {
  const ratio = stated / expected
  if (!(stated > 0 && expected > 0) || !plausible(ratio) || Math.abs(ratio - 1) <= AGREES) return []
  const limit = LIMITS[Math.min(digits, LIMITS.length - 1)] ?? LOOSE
  const match: Match = { ratio, stated, unrounded, limit, ways: conventions }
  const candidates = [...more, ...factors.flatMap(factorSlips), ...generalSlips(dimension)].filter(c => plausible(c.multiplier))
  const singles = candidates.flatMap((candidate): Slip[] => {
    const near = closeness(match, candidate)
    if (near === 0) return []
    const confidence = round(candidate.weight * near * (candidate.own ? 1 : 0.85))
    return [
      {
        id: candidate.id,
        factor: candidate.multiplier,
        explanation: candidate.explanation,
        confidence,
        uses: candidate.factor ? [candidate.factor] : [],
      },
    ]
  })
  return rank(singles.length > 0 ? singles : pairs(ratio, limit, candidates))
}
