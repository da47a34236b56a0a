import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { type ComponentKind, componentKindsSchema } from '#engine/architecture/component-kinds.ts'
import { parseSubmission } from '#engine/design/parse-submission.ts'
import type { Model } from '#engine/simulation/model.ts'
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
