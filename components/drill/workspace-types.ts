import type { ComponentKind } from '#engine/architecture/component-kinds.ts'
import type { Submission } from '#engine/design/submission.ts'
import type { PublicDrill } from '#engine/drill/drill.ts'
import type { Mode } from '#engine/interview/clock.ts'
import type { Quantity } from '#engine/quantity/quantity.ts'

/** What the server gives the workspace: public halves only. */
export type WorkspaceData = {
  readonly attemptId: string
  readonly mode: Mode
  readonly drill: PublicDrill
  readonly kinds: readonly ComponentKind[]
  readonly submission: Submission
  readonly headId: string | null
  readonly savedAtMs: number | null
  readonly startedAtMs: number
  readonly endsAtMs: number | null
  readonly serverNowMs: number
  readonly minutes: number
}

export type Scope = Readonly<Record<string, Quantity>>

/** What every panel gets: the whole submission, and the way to change it. */
export type PanelProps = {
  readonly submission: Submission
  readonly change: (next: (now: Submission) => Submission) => void
  readonly drill: PublicDrill
  readonly kinds: readonly ComponentKind[]
  readonly scope: Scope
  readonly attemptId: string
  readonly mode: Mode
}
