import type { Purchase } from '../architecture/component-kinds.ts'
import type { Model, Part } from './model.ts'

/** A line of the monthly bill, in US dollars. */
export type CostLine = {
  readonly component: string
  readonly item: 'machines' | 'requests' | 'storage' | 'retrieval'
  readonly month: number
}
export type Cost = {
  readonly month: number
  readonly perMillion: number | null
  readonly lines: readonly CostLine[]
  /** The whole month if every machine that can be were bought so, and the others on demand. */
  readonly bought: Readonly<Record<Purchase, number>>
}

/** A month of 30 days, in seconds. */
export const MONTH = 30 * 86_400

/** Machines that are paid for, of all cells and shards. */
export const machinesOf = (part: Part) => part.replicas * part.cells * (part.scaling === 'primary' ? part.shards : 1)

const machinePrice = (part: Part, purchase: Purchase) => machinesOf(part) * part.price * (part.shares[purchase] ?? 1)

/**
 * What the design costs a month at these arrival rates (1/s): prices of the price book, each machine as it is bought, bytes sent left out. `perMillion` is for
 * a million requests of all flows together.
 */
export function costOf(model: Model, rateOf: (part: string) => number, requests: number): Cost {
  const lines = Object.values(model.parts).flatMap(part => {
    const items: readonly CostLine[] = [
      { component: part.id, item: 'machines', month: machinePrice(part, part.purchase) },
      { component: part.id, item: 'requests', month: ((rateOf(part.id) * MONTH) / 1e6) * part.pricePerMillion },
      { component: part.id, item: 'storage', month: (part.storedBytes / 1e9) * part.storagePrice },
      { component: part.id, item: 'retrieval', month: bytesFetched(part, rateOf(part.id)) * part.retrievalPrice },
    ]
    return items.filter(line => line.month > 0)
  })
  const month = lines.reduce((sum, line) => sum + line.month, 0)
  const others = lines.reduce((sum, line) => sum + (line.item === 'machines' ? 0 : line.month), 0)
  const ifAll = (purchase: Purchase) =>
    Object.values(model.parts).reduce((sum, part) => sum + machinePrice(part, purchase), others)
  return {
    month,
    perMillion: requests > 0 ? month / ((requests * MONTH) / 1e6) : null,
    lines,
    bought: { 'on-demand': ifAll('on-demand'), reserved: ifAll('reserved'), spot: ifAll('spot') },
  }
}

/** Bytes a month that are fetched from where the part keeps them. */
const bytesFetched = (part: Part, rate: number) =>
  part.retrievedShare === undefined ? rate * MONTH * part.recordBytes : part.retrievedShare * part.storedBytes
