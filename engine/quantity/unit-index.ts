import type { ConventionName } from './conventions.ts'
import type { Dimension } from './dimension.ts'
import { BELOW_ONE_PREFIXES, BINARY_PREFIXES, DECIMAL_PREFIXES, type Prefix, UNITS, type UnitRow } from './units.ts'

/** A unit as found in text: its dimension and factor with the prefix applied. */
export type Unit = {
  readonly name: string
  readonly dimension: Dimension
  readonly factor: number
  readonly convention?: ConventionName
  readonly afterNumber: boolean
  readonly bits: boolean
}

const PREFIXES: Readonly<Record<UnitRow['prefixes'], readonly Prefix[]>> = {
  none: [],
  'below-one': BELOW_ONE_PREFIXES,
  'si+iec': [...DECIMAL_PREFIXES, ...BINARY_PREFIXES],
}

/** Lower-case spellings that could be bits or bytes: refused with both ways to write them. */
const AMBIGUOUS = new Set(['kb', 'mb', 'gb', 'tb', 'pb', 'eb'])

function buildIndex(): ReadonlyMap<string, Unit> {
  const index = new Map<string, Unit>()
  const add = (name: string, row: UnitRow, prefixFactor: number) => {
    if (index.has(name) || AMBIGUOUS.has(name)) return
    index.set(name, {
      name,
      dimension: row.dimension,
      factor: row.factor * prefixFactor,
      ...(row.convention && { convention: row.convention }),
      afterNumber: row.afterNumber === true,
      bits: row.symbol === 'b' || row.symbol === 'bps',
    })
  }
  for (const row of UNITS) {
    const symbols = [row.symbol, ...row.aliases]
    const words = row.words.flatMap(word => [word, `${word}s`])
    for (const name of [...symbols, ...words]) add(name, row, 1)
    for (const prefix of PREFIXES[row.prefixes]) {
      for (const symbol of symbols) for (const short of prefix.short) add(short + symbol, row, prefix.factor)
      for (const word of words) add(prefix.long + word, row, prefix.factor)
    }
  }
  // Bits a second are often written in lower case (`mbps`); bits is the only reading in use.
  for (const [lower, upper] of [
    ['mbps', 'Mbps'],
    ['gbps', 'Gbps'],
    ['tbps', 'Tbps'],
  ] as const) {
    const unit = index.get(upper)
    if (unit) index.set(lower, { ...unit, name: lower })
  }
  // `Gbits` is as common as `Gbit`.
  for (const short of ['', 'K', 'k', 'M', 'G', 'T', 'P']) {
    const unit = index.get(`${short}bit`)
    if (unit) index.set(`${short}bits`, { ...unit, name: `${short}bits` })
  }
  return index
}

const unitsByName = buildIndex()

/** The unit of exactly this spelling (case matters: `b` is bit, `B` byte), or null. */
export function lookupUnit(name: string): Unit | null {
  return unitsByName.get(name) ?? null
}

/** True for `kb`, `mb`, `gb`, ...: they may mean bits or bytes, so they are not units. */
export function isAmbiguousUnit(name: string): boolean {
  return AMBIGUOUS.has(name)
}

/** Every spelling of every unit, for completion and for nearest names. */
export function unitSpellings(): readonly string[] {
  return [...unitsByName.keys()]
}
