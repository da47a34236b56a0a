import type { Dimension } from '#engine/quantity/dimension.ts'

/** A slip is a named estimation mistake. The ids are stable: they are stored with scores. */
export type SlipId =
  | 'prefix_1000'
  | 'power_of_ten'
  | 'dimensional'
  | 'bits_bytes'
  | 'period'
  | 'stale_copy'
  | 'double_count'
  | 'rw_mix'
  | 'replication'
  | 'peak_avg'
  | 'percent'
  | 'wrong_population'
  | 'omitted_factor'
  | 'inverse'
  | 'convention_mix'
  | 'binary_decimal'
  | 'unit_label_only'

export type FactorRole = 'peak' | 'replication' | 'read-write' | 'retention' | 'percent' | 'population' | 'period' | 'other'

/** By what the answer is multiplied when a factor is forgotten, applied twice, or turned upside down. */
type FactorEffect = { readonly omitted: number; readonly doubled: number; readonly inverted: number }

/**
 * One input of the answer: its name in the sheet, its value as it multiplies, and what it stands for. `effect` says what its
 * mistakes do when it is not a plain factor of a product; `elsewhere` that it is in the sheet and not in the answer.
 */
export type SlipFactor = {
  readonly name: string
  readonly value: number
  readonly role?: FactorRole
  readonly effect?: FactorEffect
  readonly divides?: boolean
  readonly elsewhere?: boolean
  /** How much less likely than others it is to be the one. */
  readonly weight?: number
}

/**
 * One way in which a mistake changes the answer: `stated = expected * multiplier`.
 * `weight` says how common it is (0 to 1); `own` that it uses a factor of this very sheet; `exact` that the multiplier is
 * near one, so that only a close match may be believed.
 */
export type SlipCandidate = {
  readonly id: SlipId
  readonly multiplier: number
  readonly explanation: string
  readonly weight: number
  readonly own?: true
  readonly exact?: true
  /** It is believed only by itself, not as one of two slips. */
  readonly alone?: true
  /** The factor of the sheet that it uses. */
  readonly factor?: string
}

const both = (
  id: SlipId,
  multiplier: number,
  weight: number,
  tooBig: string,
  tooSmall: string,
  exact = false,
): readonly SlipCandidate[] => [
  { id, multiplier, weight, explanation: tooBig, ...(exact && { exact: true as const }) },
  { id, multiplier: 1 / multiplier, weight, explanation: tooSmall, ...(exact && { exact: true as const }) },
]

const PERIODS: readonly (readonly [number, string, string, number])[] = [
  [30, 'a month', 'a day', 0.8],
  [12, 'a year', 'a month', 0.7],
  [365, 'a year', 'a day', 0.7],
  [24, 'a day', 'an hour', 0.7],
  [60, 'an hour', 'a minute or a minute for a second', 0.5],
  [3600, 'an hour', 'a second', 0.6],
  [7, 'a week', 'a day', 0.5],
  [86_400, 'a day', 'a second', 0.6],
  [3.6, '3,600 seconds an hour', '1,000', 0.4],
]

const BINARY_PREFIXES: readonly (readonly [number, string, string])[] = [
  [1, 'KiB', 'KB'],
  [2, 'MiB', 'MB'],
  [3, 'GiB', 'GB'],
  [4, 'TiB', 'TB'],
  [5, 'PiB', 'PB'],
]

/** The slips that need nothing but the kind of quantity. Sources: the published estimates of `tests/fixtures`. */
export function generalSlips(dimension: Dimension): readonly SlipCandidate[] {
  const candidates: SlipCandidate[] = [
    ...both('prefix_1000', 1000, 0.9, 'a thousand too much: one prefix too high', 'a thousand lost: one prefix too low'),
    ...both('prefix_1000', 1e6, 0.5, 'a million too much: two prefixes too high', 'a million lost: two prefixes too low'),
    ...both('power_of_ten', 10, 0.7, 'ten times too much: a zero added', 'ten times too little: a zero lost'),
    ...both('power_of_ten', 100, 0.6, 'a hundred times too much: two zeros added', 'a hundred times too little: two zeros lost'),
    ...PERIODS.flatMap(([multiplier, long, short, weight]) =>
      both('period', multiplier, weight, `${long} taken for ${short}`, `${short} taken for ${long}`),
    ),
  ]
  if (dimension.information !== 0) {
    candidates.push(
      ...both('bits_bytes', 8, 0.95, 'bits stated as bytes: eight times too much', 'bytes stated as bits: divided by eight'),
    )
    for (const [step, binary, decimal] of BINARY_PREFIXES) {
      const multiplier = 1.024 ** step
      candidates.push(
        ...both(
          'binary_decimal',
          multiplier,
          0.8,
          `${decimal} written where ${binary} was counted`,
          `${binary} counted and written as ${decimal}`,
          true,
        ),
      )
    }
  }
  return candidates
}

/** The slips that use one of the sheet's own factors: forgotten, applied twice, or turned upside down. */
export function factorSlips(factor: SlipFactor): readonly SlipCandidate[] {
  const { name, value, role = 'other' } = factor
  if (!Number.isFinite(value) || value <= 0 || Math.abs(value - 1) < 0.01) return []
  const { omitted, doubled, inverted } = factor.effect ?? { omitted: 1 / value, doubled: value, inverted: 1 / value ** 2 }
  const quoted = `\`${name}\``
  const upsideDown = factor.divides ? `multiplied by ${quoted} where it divides` : `divided by ${quoted} where it multiplies`
  const own = (id: SlipId, multiplier: number, weight: number, explanation: string): SlipCandidate => ({
    id,
    multiplier,
    weight: weight * (factor.weight ?? 1),
    explanation,
    own: true,
    factor: name,
  })
  if (factor.elsewhere) return slipsWithFactorElsewhere(factor, own)
  switch (role) {
    case 'peak':
      return [
        own('peak_avg', omitted, 0.95, `average and peak confused: ${quoted} was left out`),
        own('peak_avg', doubled, 0.93, `average and peak confused: ${quoted} was applied where it does not belong`),
        own('inverse', inverted, 0.7, upsideDown),
      ]
    case 'replication':
      return [
        own('replication', omitted, 0.95, `${quoted} was left out`),
        own('replication', doubled, 0.9, `${quoted} was applied twice`),
        own('replication', inverted, 0.85, upsideDown),
      ]
    case 'read-write':
      return [
        own('rw_mix', doubled, 0.95, `reads and writes confused: ${quoted} was applied once too often`),
        own('rw_mix', omitted, 0.95, `reads and writes confused: ${quoted} was left out`),
      ]
    case 'percent':
      return [
        own('percent', 10, 0.88, `${quoted} used ten times too large`),
        own('percent', 0.1, 0.88, `${quoted} used ten times too small`),
        own('percent', omitted, 0.85, `${quoted} was left out: all of it was counted`),
        own('double_count', doubled, 0.8, `${quoted} was applied twice`),
      ]
    case 'population':
      return [
        own('wrong_population', omitted, 0.6, `${quoted} was left out`),
        own('double_count', doubled, 0.6, `${quoted} was applied twice`),
      ]
    case 'period':
      return [
        own('period', omitted, 0.9, `${quoted} was left out: the period is wrong`),
        own('period', doubled, 0.9, `${quoted} was applied twice: the period is wrong`),
        own('period', inverted, 0.7, `${upsideDown}: the period is wrong`),
      ]
    case 'retention':
    case 'other': {
      // A factor of a thousand is lost more often by its prefix than by itself.
      const weight = isPowerOfThousand(value) ? 0.6 : 0.86
      return [
        own('omitted_factor', omitted, weight, `${quoted} was left out`),
        own('double_count', doubled, weight, `${quoted} was applied twice`),
        own('inverse', inverted, 0.75, upsideDown),
      ]
    }
  }
}

/** True for 1000, 1e6, 0.001, ... */
export function isPowerOfThousand(value: number): boolean {
  const power = Math.log10(value) / 3
  return Math.abs(power) > 0.5 && Math.abs(power - Math.round(power)) < 0.005
}

type MakeOwn = (id: SlipId, multiplier: number, weight: number, explanation: string) => SlipCandidate

/** A factor of the sheet that the answer does not use: it can only have been brought in. */
function slipsWithFactorElsewhere({ name, value, role }: SlipFactor, own: MakeOwn): readonly SlipCandidate[] {
  const broughtIn = `\`${name}\` was applied where it does not belong`
  if (role === 'peak') return [own('peak_avg', value, 0.8, `average and peak confused: ${broughtIn}`)]
  if (role === 'replication') return [own('replication', value, 0.8, broughtIn)]
  if (role !== 'read-write') return []
  return [
    own('rw_mix', value, 0.85, `reads and writes confused: ${broughtIn}`),
    own('rw_mix', 1 / value, 0.85, `reads and writes confused: divided by \`${name}\`, which does not belong here`),
  ]
}
