import type { Model, Part } from './model.ts'

/** A line of the monthly bill, in US dollars. */
export type CostLine = { readonly component: string; readonly item: 'machines' | 'requests' | 'storage'; readonly month: number }
export type Cost = { readonly month: number; readonly perMillion: number | null; readonly lines: readonly CostLine[] }

/** A month of 30 days, in seconds. */
export const MONTH = 30 * 86_400

/** Machines that are paid for, of all cells and shards. */
export const machinesOf = (part: Part) => part.replicas * part.cells * (part.scaling === 'primary' ? part.shards : 1)

/**
 * What the design costs a month at these arrival rates (1/s): on-demand prices of the price book, bytes sent left out. `perMillion` is for
 * a million requests of all flows together.
 */
export function costOf(model: Model, rateOf: (part: string) => number, requests: number): Cost {
  const lines = Object.values(model.parts).flatMap(part => {
    const items: readonly CostLine[] = [
      { component: part.id, item: 'machines', month: machinesOf(part) * part.price },
      { component: part.id, item: 'requests', month: ((rateOf(part.id) * MONTH) / 1e6) * part.pricePerMillion },
      { component: part.id, item: 'storage', month: (part.storedBytes / 1e9) * part.storagePrice },
    ]
    return items.filter(line => line.month > 0)
  })
  const month = lines.reduce((sum, line) => sum + line.month, 0)
  return { month, perMillion: requests > 0 ? month / ((requests * MONTH) / 1e6) : null, lines }
}
