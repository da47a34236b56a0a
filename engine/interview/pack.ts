import type { CompiledDrill } from '../rubric/rubric.ts'
import type { Scoring } from '../rubric/scoring.ts'
import { phaseStates } from './clock.ts'
import { nemesisInGeneral } from './nemesis.ts'
import { conduct, probeRules } from './probes.ts'

/** What a person needs to hold the interview: the drill with its PRIVATE HALF. It spoils the drill for whoever is to sit it. */
export type InterviewerPack = {
  readonly title: string
  readonly minutes: number
  readonly phases: readonly {
    readonly id: string
    readonly title: string
    readonly from: number
    readonly until: number
    readonly prompts: readonly string[]
  }[]
  /** What is said with the prompt, and what is answered when somebody asks. */
  readonly given: readonly { readonly id: string; readonly answer: string }[]
  readonly bank: readonly { readonly id: string; readonly asked: readonly string[]; readonly answer: string }[]
  /** From which minute, until which; what to ask when what is missing. In order of time. */
  readonly probes: readonly {
    readonly id: string
    readonly from: number
    readonly until: number
    readonly missing: string
    readonly words: string
  }[]
  readonly curveballs: readonly {
    readonly id: string
    readonly minute: number
    readonly text: string
    readonly strong: string
  }[]
  readonly nemesis: { readonly minute: number; readonly choose: string; readonly words: string }
  readonly sheet: Scoring['dimensions']
}

/** The pack of a drill; minutes are those of a sitting without extra time, rounded to whole ones. */
export function interviewerPack({ drill, scoring }: Pick<CompiledDrill, 'drill' | 'scoring'>): InterviewerPack {
  const { title, minutes, phases, facts, curveballs } = drill
  const within = (minute: number) => Math.round(Math.min(Math.max(minute, conduct.first), minutes - conduct.last))
  return {
    title,
    minutes,
    phases: phaseStates(phases, minutes, 0).map(({ phase, startsMs, endsMs }) => ({
      id: phase.id,
      title: phase.title,
      from: Math.round(startsMs),
      until: Math.round(endsMs),
      prompts: phase.checklist,
    })),
    given: facts.filter(fact => fact.given).map(({ id, text }) => ({ id, answer: text })),
    bank: facts.filter(fact => !fact.given).map(({ id, asks, text }) => ({ id, asked: asks, answer: text })),
    probes: probeRules
      .map(({ id, after, until = 1, missing, words }) => ({
        id,
        from: within(after * minutes),
        until: within(until * minutes),
        missing,
        words,
      }))
      .sort((a, b) => a.from - b.from),
    curveballs: curveballs
      .map(({ id, minute, text, debrief }) => ({ id, minute, text, strong: debrief }))
      .sort((a, b) => a.minute - b.minute),
    nemesis: {
      minute: Math.round(nemesisInGeneral.after * minutes),
      choose: nemesisInGeneral.choose,
      words: nemesisInGeneral.words,
    },
    sheet: scoring.dimensions,
  }
}
