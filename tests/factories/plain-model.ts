import type { Model, ModelFlow, Part } from '#engine/simulation/model.ts'

/** A part with plain numbers: an unmanaged service of one replica, never down, free. */
export const part = (id: string, changes: Partial<Part> = {}): Part => ({
  id,
  name: id,
  kind: 'service',
  category: 'compute',
  managed: false,
  scaling: 'replicas',
  reach: 'global',
  replicas: 1,
  shards: 1,
  zones: 1,
  regions: 1,
  cells: 1,
  capacity: 10,
  serviceTime: 0.1,
  cv: 1,
  hitRatio: undefined,
  availability: 1,
  failover: 0,
  copies: 1,
  needed: 1,
  price: 0,
  pricePerMillion: 0,
  storagePrice: 0,
  storedBytes: 0,
  purchase: 'on-demand',
  shares: { 'on-demand': 1 },
  retrievalPrice: 0,
  recordBytes: 0,
  retrievedShare: undefined,
  ...changes,
})

/** A flow that asks the parts one after the other from the first. */
export const flow = (id: string, rate: number, route: readonly string[], calls: readonly number[] = []): ModelFlow => ({
  id,
  name: id,
  rate,
  steps: route.map((name, i) => ({
    part: name,
    parent: i === 0 ? -1 : 0,
    calls: calls[i] ?? 1,
    sync: true,
    timeout: null,
    retries: 0,
  })),
  objectives: [],
})

export const model = (parts: readonly Part[], flows: readonly ModelFlow[]): Model => ({
  parts: Object.fromEntries(parts.map(p => [p.id, p])),
  flows,
  problems: [],
  overrides: [],
  assumptions: [],
})
