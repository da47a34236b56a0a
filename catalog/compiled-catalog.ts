import type { ComponentKind } from '#engine/architecture/component-kinds.ts'
import type { Checklist } from '#engine/checklist/checklist.ts'
import type { Plan } from '#engine/plan/plan.ts'
import type { Frames } from '#engine/rationale/frame.ts'
import type { CatalogCard } from '#engine/recall/card.ts'
import type { Chooser } from '#engine/reference/chooser.ts'
import type { RubricTest } from '#engine/rubric/proof/rubric-tests.ts'
import type { CompiledDrill, Exemplar } from '#engine/rubric/rubric.ts'
import type { Scoring } from '#engine/rubric/scoring.ts'
import type { SizingRules } from '#engine/sizing/rules.ts'
import type { SprintTemplate } from '#engine/sprint/template.ts'
import type { LessonFrontMatter } from './lesson/front-matter.ts'
import type { Heading } from './lesson/guard-content.ts'
import type { Readability } from './lesson/readability.ts'
import type { ReferenceFact } from './source/reference-schema.ts'

/** A lesson, ready to be shown. `code` is run on the server only. */
export type CompiledLesson = {
  readonly slug: string
  readonly title: string
  readonly minutes: number
  readonly summary: string
  readonly frontmatter: LessonFrontMatter
  readonly headings: readonly Heading[]
  /** Ids of the checks, in order. */
  readonly checks: readonly string[]
  readonly words: number
  readonly readability: Readability
  readonly code: string
  readonly hash: string
}

/** A drill with all its halves. Only `prompt` and what `toPublicDrill` returns may reach a candidate before the attempt is scored. */
export type CatalogDrill = {
  readonly slug: string
  readonly title: string
  readonly level: 'L6' | 'L7'
  readonly minutes: number
  readonly summary: string
  readonly practiceOnly: boolean
  /** sha256 over `canonicalJson`: what an attempt pins. */
  readonly hash: string
  readonly canonicalJson: string
  readonly compiled: CompiledDrill
  readonly prompt: { readonly code: string; readonly headings: readonly Heading[] }
  readonly exemplars: readonly { readonly name: string; readonly exemplar: Exemplar }[]
  readonly tests: readonly RubricTest[]
}

/** The numbers of one file of content/reference, in their order. */
export type FactGroup = { readonly id: string; readonly title: string; readonly facts: readonly string[] }

/** generated/catalog.json */
export type CompiledCatalog = {
  readonly version: typeof catalogVersion
  readonly contentHash: string
  readonly plan: Plan
  readonly scoring: Scoring
  readonly kinds: readonly ComponentKind[]
  readonly facts: readonly ReferenceFact[]
  readonly factGroups: readonly FactGroup[]
  readonly sizing?: SizingRules
  readonly frames?: Frames
  readonly sprints?: readonly SprintTemplate[]
  readonly choosers: readonly Chooser[]
  readonly checklists: readonly Checklist[]
  readonly cards: readonly CatalogCard[]
  readonly lessons: readonly CompiledLesson[]
  readonly drills: readonly CatalogDrill[]
  /** The index of the search, as MiniSearch writes it. Public halves only. */
  readonly search: string
}

/** Raised when the shape of the file changes, so that a stale one is named instead of misread. */
export const catalogVersion = 4
