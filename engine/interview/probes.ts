import type { ComponentKind } from '../architecture/component-kinds.ts'
import { toGraph } from '../architecture/graph.ts'
import type { Submission } from '../design/submission.ts'
import type { Model } from '../simulation/model.ts'
import type { Read } from '../simulation/read-figure.ts'
import { toModel } from '../simulation/to-model.ts'
import type { ProbeRule, ProbeView } from './probe.ts'
import { fullAtOwnRate } from './probes/full-at-own-rate.ts'
import { noAlarm } from './probes/no-alarm.ts'
import { noAlternative } from './probes/no-alternative.ts'
import { noFailure } from './probes/no-failure.ts'
import { noFlow } from './probes/no-flow.ts'
import { noNumbers } from './probes/no-numbers.ts'
import { noPartitionKey } from './probes/no-partition-key.ts'
import { noPercentile } from './probes/no-percentile.ts'
import { noQuestions } from './probes/no-questions.ts'
import { noScope } from './probes/no-scope.ts'
import { noWayBack } from './probes/no-way-back.ts'
import { repeatedCall } from './probes/repeated-call.ts'
import { singlePoint } from './probes/single-point.ts'
import { skewedKey } from './probes/skewed-key.ts'
import { unusedEstimate } from './probes/unused-estimate.ts'

/** In the order in which they are asked when several have come of age: what the rest builds on first. */
export const probeRules: readonly ProbeRule[] = [
  noQuestions,
  noNumbers,
  noFlow,
  noPercentile,
  noScope,
  fullAtOwnRate,
  singlePoint,
  noPartitionKey,
  repeatedCall,
  unusedEstimate,
  noAlternative,
  skewedKey,
  noAlarm,
  noFailure,
  noWayBack,
]

/** How an interviewer behaves, in minutes. */
export const conduct = {
  /** Nothing is asked before. */
  first: 4,
  /** Nothing is asked this close to the end. */
  last: 5,
  /** Between two things that the interviewer says. */
  apart: 3,
  /** Who has written this recently is not interrupted. */
  flowing: 20 / 60,
} as const

/** Something that the interviewer has said already, a probe or a curveball, and when. */
export type Spoken = { readonly id: string; readonly minute: number }

export type ProbeMoment = {
  readonly submission: Submission
  readonly kinds: readonly ComponentKind[]
  /** Minutes since the start, and the length of the sitting with its extra time. */
  readonly minute: number
  readonly minutes: number
  readonly asked: readonly Spoken[]
  /** When the candidate last changed the design; undefined when nothing was written yet. */
  readonly changedAtMinute?: number | undefined
  /** Reads an expression of the design. */
  readonly read: Read
}

export type Probe = { readonly id: string; readonly text: string }

/** What an interviewer would ask about the design at this moment, or undefined: nothing is missing, or it is not the time to speak. */
export function nextProbe(moment: ProbeMoment): Probe | undefined {
  const { submission, kinds, minute, minutes, asked, read } = moment
  if (!maySpeak(moment)) return undefined
  const said = new Set(asked.map(({ id }) => id))
  let made: Model | undefined
  const view: ProbeView = {
    submission,
    graph: toGraph(submission.architecture, kinds),
    read,
    model() {
      made ??= toModel(submission, kinds, read)
      return made
    },
  }
  for (const { id, after, until = 1, ask } of probeRules) {
    if (said.has(id) || minute < after * minutes || minute > until * minutes) continue
    const text = ask(view)
    if (text !== undefined) return { id, text }
  }
  return undefined
}

/** Whether an interviewer would open their mouth now, whatever the design looks like. */
export function maySpeak({
  minute,
  minutes,
  asked,
  changedAtMinute,
}: Pick<ProbeMoment, 'minute' | 'minutes' | 'asked' | 'changedAtMinute'>): boolean {
  if (minute < conduct.first || minute > minutes - conduct.last) return false
  if (asked.some(said => minute - said.minute < conduct.apart)) return false
  return changedAtMinute === undefined || minute - changedAtMinute >= conduct.flowing
}
