import type { Context } from '../../context.ts'
import type { Finding } from '../../criterion.ts'

export type Parameters = Readonly<Record<string, string | number>>

/** One rule of the consistency library. With nothing to check it finds "missed" and says what to state first. */
export type ConsistencyRule = {
  readonly id: string
  /** What it holds, in words that a candidate reads. */
  readonly title: string
  readonly parameters: readonly string[]
  readonly check: (context: Context, parameters: Parameters) => Finding
}

/** A parameter as text; empty when the rubric leaves it out. */
export const parameter = (parameters: Parameters, name: string) => String(parameters[name] ?? '')
