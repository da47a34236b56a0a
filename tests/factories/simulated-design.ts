import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { type ComponentKind, componentKindsSchema } from '#engine/architecture/component-kinds.ts'
import { parseSubmission } from '#engine/design/parse-submission.ts'
import type { Model, ModelFlow, Part } from '#engine/simulation/model.ts'
import { toModel } from '#engine/simulation/to-model.ts'

const root = resolve(import.meta.dirname, '../..')
const load = (path: string): unknown => parse(readFileSync(join(root, path), 'utf8'))

/** The kinds of content/reference. */
export const kinds: readonly ComponentKind[] = componentKindsSchema.parse(load('content/reference/components.yaml')).kinds

/** The model of a design whose architecture, data or requirements are written as in a submission. */
export const modelOf = (design: unknown): Model => {
  const parsed = parseSubmission(design)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return toModel(parsed.submission, kinds)
}

/** The model of an exemplar of content/drills. */
export const modelOfExemplar = (drill: string, name: string): Model =>
  modelOf(z.object({ submission: z.unknown() }).parse(load(`content/drills/${drill}/exemplars/${name}.yaml`)).submission)

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
