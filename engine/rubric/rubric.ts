import { z } from 'zod'
import type { ComponentKind } from '../architecture/component-kinds.ts'
import { type Drill, slug } from '../drill/drill.ts'
import type { Frames } from '../rationale/frame.ts'
import { consistentSchema } from './criteria/consistent/schema.ts'
import { decidedSchema } from './criteria/decided/schema.ts'
import { estimateSchema } from './criteria/estimate/schema.ts'
import { foreseenSchema } from './criteria/foreseen/schema.ts'
import { presentSchema } from './criteria/present/schema.ts'
import { saidSchema } from './criteria/said/schema.ts'
import { selfSchema } from './criteria/self/schema.ts'
import { simulatedSchema } from './criteria/simulated/schema.ts'
import { topologySchema } from './criteria/topology/schema.ts'
import { tracedSchema } from './criteria/traced/schema.ts'
import { verdicts } from './criterion.ts'
import type { GenericCurveball } from './generic-curveball.ts'
import { bands, type Scoring } from './scoring.ts'

export const criterionSchema = z.discriminatedUnion('kind', [
  estimateSchema,
  presentSchema,
  consistentSchema,
  topologySchema,
  simulatedSchema,
  decidedSchema,
  foreseenSchema,
  tracedSchema,
  saidSchema,
  selfSchema,
])

export type Criterion = z.infer<typeof criterionSchema>
export type CriterionOf<K extends Criterion['kind']> = Extract<Criterion, { kind: K }>

/** rubric.yaml */
export const rubricSchema = z.strictObject({ criteria: z.array(criterionSchema).min(1) })

const expectedBand = z.union([z.enum(bands), z.literal('not measured')])

/** exemplars/NAME.yaml: a model submission and what it must get, asserted by the content check. */
export const exemplarSchema = z.strictObject({
  title: z.string().min(1),
  about: z.string().min(1).describe('What it shows, in a sentence'),
  expects: z.strictObject({
    bands: z.strictObject({ L6: expectedBand, L7: expectedBand }),
    verified: z.tuple([z.number(), z.number()]).describe('The range, in percent of the possible points'),
    verdicts: z.record(slug, z.enum(verdicts)).default({}),
  }),
  submission: z.unknown(),
})

export type Exemplar = z.infer<typeof exemplarSchema>

/** Everything that scoring reads. An attempt pins one of these at its start. */
export type CompiledDrill = {
  readonly drill: Drill
  readonly criteria: readonly Criterion[]
  readonly scoring: Scoring
  readonly kinds: readonly ComponentKind[]
  /** What a mock may throw in beside the drill's own curveballs. */
  readonly generic?: readonly GenericCurveball[] | undefined
  /** How prose is read; only where the rubric reads any. */
  readonly frames?: Frames | undefined
  /** Fingerprints of lessons, prompts and exemplars: their text is nobody's own thought. */
  readonly copied?: readonly number[] | undefined
  /** Hash of the content that it was compiled from. */
  readonly content: string
}
