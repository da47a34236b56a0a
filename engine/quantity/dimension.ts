/**
 * A dimension is a product of powers of time, information and money. Plain counts have every power zero: users and
 * requests are labels (see `labels.ts`), so that they explain a value and never block arithmetic.
 */
export type Dimension = {
  readonly time: number
  readonly information: number
  readonly money: number
}

export const COUNT: Dimension = { time: 0, information: 0, money: 0 }
export const TIME: Dimension = { time: 1, information: 0, money: 0 }
export const RATE: Dimension = { time: -1, information: 0, money: 0 }
export const INFORMATION: Dimension = { time: 0, information: 1, money: 0 }
export const INFORMATION_RATE: Dimension = { time: -1, information: 1, money: 0 }
export const MONEY: Dimension = { time: 0, information: 0, money: 1 }
export const MONEY_RATE: Dimension = { time: -1, information: 0, money: 1 }

/** True when both are the same kind of quantity, so that values may be added, compared or converted. */
export function sameDimension(a: Dimension, b: Dimension): boolean {
  return a === b || (a.time === b.time && a.information === b.information && a.money === b.money)
}

export function isCount(dimension: Dimension): boolean {
  return dimension === COUNT || (dimension.time === 0 && dimension.information === 0 && dimension.money === 0)
}

/** The dimension of `a * b^power`; with power -1 the dimension of a quotient. */
export function combineDimensions(a: Dimension, b: Dimension, power = 1): Dimension {
  if (isCount(b)) return a
  if (power === 1 && isCount(a)) return b
  return {
    time: a.time + power * b.time || 0,
    information: a.information + power * b.information || 0,
    money: a.money + power * b.money || 0,
  }
}

export function raiseDimension(dimension: Dimension, power: number): Dimension {
  return combineDimensions(COUNT, dimension, power)
}

const BASE_UNITS = [
  ['money', 'USD'],
  ['information', 'bytes'],
  ['time', 's'],
] as const

/**
 * The dimension in base units, as messages and reports print it: `count`, `s`, `bytes`, `USD`, `1/s`, `bytes/s`,
 * `USD/bytes/s`, `s^2`.
 */
export function dimensionName(dimension: Dimension): string {
  if (isCount(dimension)) return 'count'
  const power = (unit: string, exponent: number) => (exponent === 1 ? unit : `${unit}^${exponent}`)
  const above: string[] = []
  const below: string[] = []
  for (const [key, unit] of BASE_UNITS) {
    const exponent = dimension[key]
    if (exponent > 0) above.push(power(unit, exponent))
    if (exponent < 0) below.push(power(unit, -exponent))
  }
  return [above.length > 0 ? above.join('*') : '1', ...below].join('/')
}

/** The dimension in words for a sentence: `a plain count`, `seconds`, `bytes`, `dollars`, else its base units. */
export function dimensionInWords(dimension: Dimension): string {
  if (isCount(dimension)) return 'a plain count'
  if (sameDimension(dimension, TIME)) return 'seconds'
  return sameDimension(dimension, MONEY) ? 'dollars' : dimensionName(dimension)
}
