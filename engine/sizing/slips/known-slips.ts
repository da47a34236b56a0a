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

export type FactorRole = 'peak' | 'replication' | 'read-write' | 'retention' | 'percent' | 'population' | 'other'

/** One input of the answer: its name in the sheet, its value as it multiplies, and what it stands for. */
export type SlipFactor = { readonly name: string; readonly value: number; readonly role?: FactorRole }

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
  const quoted = `\`${name}\``
  const own = (id: SlipId, multiplier: number, weight: number, explanation: string): SlipCandidate => ({
    id,
    multiplier,
    weight,
    explanation,
    own: true,
  })
  switch (role) {
    case 'peak':
      return [
        own('peak_avg', 1 / value, 0.95, `the average stated for the peak: ${quoted} was left out`),
        own('peak_avg', value, 0.95, `the peak stated for the average: ${quoted} was applied where it does not belong`),
      ]
    case 'replication':
      return [
        own('replication', 1 / value, 0.95, `${quoted} was left out`),
        own('replication', value, 0.9, `${quoted} was applied twice`),
        own('replication', 1 / value ** 2, 0.85, `divided by ${quoted} where it multiplies`),
      ]
    case 'read-write':
      return [
        own('rw_mix', value, 0.95, `reads taken for writes: ${quoted} was applied once too often`),
        own('rw_mix', 1 / value, 0.95, `writes taken for reads: ${quoted} was left out`),
      ]
    case 'percent':
      return [
        own('percent', 10, 0.85, `${quoted} used ten times too large`),
        own('percent', 0.1, 0.85, `${quoted} used ten times too small`),
        own('percent', 1 / value, 0.85, `${quoted} was left out: all of it was counted`),
        own('double_count', value, 0.8, `${quoted} was applied twice`),
      ]
    case 'population':
      return [
        own('wrong_population', 1 / value, 0.85, `everybody was counted: ${quoted} was left out`),
        own('wrong_population', value, 0.8, `${quoted} was applied twice`),
      ]
    case 'retention':
    case 'other':
      return [
        own('omitted_factor', 1 / value, 0.85, `${quoted} was left out`),
        own('double_count', value, 0.85, `${quoted} was applied twice`),
        own('inverse', 1 / value ** 2, 0.75, `divided by ${quoted} where it multiplies`),
      ]
  }
}
