import type { ComponentKind } from '#engine/architecture/component-kinds.ts'
import type { Checklist } from '#engine/checklist/checklist.ts'
import type { Drill } from '#engine/drill/drill.ts'
import type { Plan } from '#engine/plan/plan.ts'
import type { Frames } from '#engine/rationale/frame.ts'
import type { Card } from '#engine/recall/card.ts'
import type { Chooser } from '#engine/reference/chooser.ts'
import type { GenericCurveball } from '#engine/rubric/generic-curveball.ts'
import type { RubricTest } from '#engine/rubric/proof/rubric-tests.ts'
import type { Criterion, Exemplar } from '#engine/rubric/rubric.ts'
import type { Scoring } from '#engine/rubric/scoring.ts'
import type { SizingRules } from '#engine/sizing/rules.ts'
import type { SprintTemplate } from '#engine/sprint/template.ts'
import type { CompiledMdx } from '../lesson/compile-mdx.ts'
import type { LessonFrontMatter } from '../lesson/front-matter.ts'
import type { ReferenceFact } from './reference-schema.ts'
import type { YamlDocument } from './yaml-document.ts'

/** A checked YAML file: its value and the places in it. */
export type Sourced<T> = { readonly value: T; readonly document: YamlDocument }

export type LessonSource = {
  readonly slug: string
  readonly file: string
  readonly front: Sourced<LessonFrontMatter>
  readonly mdx: CompiledMdx
  readonly hash: string
}

export type ExemplarSource = Sourced<Exemplar> & { readonly name: string }

export type DrillSource = {
  readonly slug: string
  readonly drill: Sourced<Drill>
  readonly prompt: { readonly file: string; readonly mdx: CompiledMdx }
  readonly criteria: Sourced<{ readonly criteria: readonly Criterion[] }>
  /** The own tests of its criteria; a drill need not have any. */
  readonly tests: Sourced<{ readonly tests: readonly RubricTest[] }> | undefined
  readonly exemplars: readonly ExemplarSource[]
}

/** The cards of one lesson; `name` is that of the file. */
export type CardsSource = Sourced<{ readonly lesson: string; readonly cards: readonly Card[] }> & { readonly name: string }

/** A number, and the file of content/reference that it stands in. */
export type SourcedFact = {
  readonly fact: ReferenceFact
  readonly group: { readonly id: string; readonly title: string }
  readonly document: YamlDocument
  readonly path: readonly PropertyKey[]
}

/** All content that could be read, each part checked by itself. The rules check the parts against each other. */
export type Content = {
  readonly plan: Sourced<Plan> | undefined
  readonly scoring: Sourced<Scoring> | undefined
  readonly kinds: Sourced<{ readonly kinds: readonly ComponentKind[] }> | undefined
  readonly facts: readonly SourcedFact[]
  /** How a demand becomes a plan; content need not say it. */
  readonly sizing: Sourced<SizingRules> | undefined
  readonly frames: Sourced<Frames> | undefined
  readonly sprints: Sourced<{ readonly templates: readonly SprintTemplate[] }> | undefined
  /** What a mock may throw at any design; content need not say it. */
  readonly curveballs: Sourced<{ readonly curveballs: readonly GenericCurveball[] }> | undefined
  /** Decision tables and lists to work through; content need not have any. */
  readonly choosers: Sourced<{ readonly choosers: readonly Chooser[] }> | undefined
  readonly checklists: Sourced<{ readonly lists: readonly Checklist[] }> | undefined
  readonly cards: readonly CardsSource[]
  readonly lessons: readonly LessonSource[]
  readonly drills: readonly DrillSource[]
  /** Slugs that have a folder, whether or not what is in it could be read: a broken lesson is not also a missing one. */
  readonly folders: { readonly lessons: ReadonlySet<string>; readonly drills: ReadonlySet<string> }
}
