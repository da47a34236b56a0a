import type { ConventionName } from './conventions.ts'
import { COUNT, type Dimension, INFORMATION, INFORMATION_RATE, MONEY, RATE, TIME } from './dimension.ts'

/**
 * One unit: a row of data. To add a unit, add a row here and an example in `units.test.ts`.
 * - `symbol` and `aliases` take short prefixes (`ms`, `GB`, `KiB`); `words` take long ones and a plural (`megabytes`).
 * - `factor` is how many base units (s, bytes, USD, 1) one of it is; with `convention` it is a multiple of that length.
 * - `afterNumber`: understood only after a number, so that `qps` stays free as a name.
 */
export type UnitRow = {
  readonly symbol: string
  readonly aliases: readonly string[]
  readonly words: readonly string[]
  readonly prefixes: 'below-one' | 'si+iec' | 'none'
  readonly dimension: Dimension
  readonly factor: number
  readonly convention?: ConventionName
  readonly afterNumber?: true
  readonly source: string
}

const SI = 'BIPM, The International System of Units, 9th edition'
const IEC = 'IEC 80000-13 (byte 8 bits, KiB 1024 bytes); SI prefixes are decimal'
const OURS = 'Tenfold convention: can be overridden in the worksheet'

export const UNITS: readonly UnitRow[] = [
  { symbol: 's', aliases: ['sec', 'secs'], words: ['second'], prefixes: 'below-one', dimension: TIME, factor: 1, source: SI },
  { symbol: 'min', aliases: ['mins'], words: ['minute'], prefixes: 'none', dimension: TIME, factor: 60, source: SI },
  { symbol: 'h', aliases: ['hr', 'hrs'], words: ['hour'], prefixes: 'none', dimension: TIME, factor: 3600, source: SI },
  { symbol: 'd', aliases: [], words: ['day'], prefixes: 'none', dimension: TIME, factor: 1, convention: 'day', source: SI },
  { symbol: 'wk', aliases: [], words: ['week'], prefixes: 'none', dimension: TIME, factor: 7, convention: 'day', source: SI },
  {
    symbol: 'mo',
    aliases: [],
    words: ['month'],
    prefixes: 'none',
    dimension: TIME,
    factor: 1,
    convention: 'month',
    source: OURS,
  },
  {
    symbol: 'quarter',
    aliases: [],
    words: ['quarter'],
    prefixes: 'none',
    dimension: TIME,
    factor: 3,
    convention: 'month',
    source: OURS,
  },
  {
    symbol: 'yr',
    aliases: ['yrs'],
    words: ['year'],
    prefixes: 'none',
    dimension: TIME,
    factor: 1,
    convention: 'year',
    source: OURS,
  },
  { symbol: 'B', aliases: [], words: ['byte'], prefixes: 'si+iec', dimension: INFORMATION, factor: 1, source: IEC },
  { symbol: 'b', aliases: ['bit'], words: ['bit'], prefixes: 'si+iec', dimension: INFORMATION, factor: 1 / 8, source: IEC },
  { symbol: 'bps', aliases: [], words: [], prefixes: 'si+iec', dimension: INFORMATION_RATE, factor: 1 / 8, source: IEC },
  { symbol: 'Bps', aliases: [], words: [], prefixes: 'si+iec', dimension: INFORMATION_RATE, factor: 1, source: IEC },
  { symbol: 'USD', aliases: ['usd'], words: ['dollar'], prefixes: 'none', dimension: MONEY, factor: 1, source: 'ISO 4217' },
  { symbol: 'cent', aliases: [], words: ['cent'], prefixes: 'none', dimension: MONEY, factor: 0.01, source: 'ISO 4217' },
  {
    symbol: 'percent',
    aliases: ['pct'],
    words: [],
    prefixes: 'none',
    dimension: COUNT,
    factor: 0.01,
    afterNumber: true,
    source: 'ISO 80000-1',
  },
  {
    symbol: 'x',
    aliases: [],
    words: ['time'],
    prefixes: 'none',
    dimension: COUNT,
    factor: 1,
    afterNumber: true,
    source: 'a bare factor',
  },
  {
    symbol: 'qps',
    aliases: ['QPS', 'rps', 'RPS', 'tps', 'TPS', 'wps', 'WPS', 'iops', 'IOPS', 'Hz'],
    words: [],
    prefixes: 'none',
    dimension: RATE,
    factor: 1,
    afterNumber: true,
    source: 'events a second',
  },
  {
    symbol: 'rpm',
    aliases: ['RPM', 'qpm', 'QPM'],
    words: [],
    prefixes: 'none',
    dimension: RATE,
    factor: 1 / 60,
    afterNumber: true,
    source: 'events a minute',
  },
]

export type Prefix = { readonly short: readonly string[]; readonly long: string; readonly factor: number }

export const BELOW_ONE_PREFIXES: readonly Prefix[] = [
  { short: ['n'], long: 'nano', factor: 1e-9 },
  { short: ['u', 'µ', 'μ'], long: 'micro', factor: 1e-6 },
  { short: ['m'], long: 'milli', factor: 1e-3 },
]

export const DECIMAL_PREFIXES: readonly Prefix[] = [
  { short: ['K', 'k'], long: 'kilo', factor: 1e3 },
  { short: ['M'], long: 'mega', factor: 1e6 },
  { short: ['G'], long: 'giga', factor: 1e9 },
  { short: ['T'], long: 'tera', factor: 1e12 },
  { short: ['P'], long: 'peta', factor: 1e15 },
  { short: ['E'], long: 'exa', factor: 1e18 },
  { short: ['Z'], long: 'zetta', factor: 1e21 },
]

export const BINARY_PREFIXES: readonly Prefix[] = [
  { short: ['Ki'], long: 'kibi', factor: 2 ** 10 },
  { short: ['Mi'], long: 'mebi', factor: 2 ** 20 },
  { short: ['Gi'], long: 'gibi', factor: 2 ** 30 },
  { short: ['Ti'], long: 'tebi', factor: 2 ** 40 },
  { short: ['Pi'], long: 'pebi', factor: 2 ** 50 },
  { short: ['Ei'], long: 'exbi', factor: 2 ** 60 },
]

/** `100M`, `3 billion`: a factor that touches the number, or its word. `B` is bytes when a space stands before it. */
export const MAGNITUDES: ReadonlyMap<string, number> = new Map([
  ['K', 1e3],
  ['k', 1e3],
  ['M', 1e6],
  ['B', 1e9],
  ['T', 1e12],
])

export const MAGNITUDE_WORDS: ReadonlyMap<string, number> = new Map([
  ['hundred', 1e2],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
  ['mn', 1e6],
  ['bn', 1e9],
])
