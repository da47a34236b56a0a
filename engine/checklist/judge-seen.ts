import type { Level } from '../drill/drill.ts'
import type { Seen } from './checklist.ts'

/** What a person has done, as far as the app knows of it. */
export type Evidence = {
  readonly lessonsDone: ReadonlySet<string>
  /** Each attempt that was handed in. */
  readonly handedIn: readonly {
    readonly drill: string
    readonly level: Level
    /** What the clock allowed; null in practice, which has none. */
    readonly clockMinutes: number | null
    readonly scored: boolean
  }[]
  readonly recordings: number
  readonly friends: number
  readonly mentors: number
}

export type SeenVerdict = {
  readonly done: boolean
  /** By what it is ticked, or how far it is. */
  readonly by: string
}

const counted = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`

/** Whether what a person did is enough for an item, and by what. */
export function judgeSeen(seen: Seen, evidence: Evidence): SeenVerdict {
  if ('lessons' in seen) {
    const done = seen.lessons.filter(slug => evidence.lessonsDone.has(slug)).length
    const of = seen.lessons.length
    if (of === 1) return { done: done === 1, by: done === 1 ? 'the lesson is done' : 'the lesson is not done yet' }
    return { done: done === of, by: done === of ? `all ${of} lessons are done` : `${done} of ${of} lessons done` }
  }
  if ('scored' in seen) {
    const drills = new Set(evidence.handedIn.flatMap(({ drill, scored }) => (scored ? [drill] : []))).size
    return {
      done: drills >= seen.scored,
      by: drills >= seen.scored ? `${counted(drills, 'drill')} scored` : `${drills} of ${seen.scored} drills scored`,
    }
  }
  if ('levels' in seen) {
    const had = seen.levels.filter(level => evidence.handedIn.some(one => one.level === level))
    return {
      done: had.length === seen.levels.length,
      by: had.length === 0 ? 'none handed in yet' : `handed in at ${had.join(' and ')}`,
    }
  }
  if ('timed' in seen) {
    const has = ({ level, minutes }: { level: Level; minutes: number }) =>
      evidence.handedIn.some(one => one.level === level && one.clockMinutes !== null && one.clockMinutes >= minutes)
    const had = seen.timed.filter(has)
    const words = had.map(({ level, minutes }) => `${level} in ${minutes} minutes`).join(', ')
    return { done: had.length === seen.timed.length, by: had.length === 0 ? 'none against the clock yet' : words }
  }
  if ('recordings' in seen) {
    const n = evidence.recordings
    return { done: n >= seen.recordings, by: n === 0 ? 'no recording is kept here' : `${counted(n, 'recording')} kept here` }
  }
  const { friends, mentors } = evidence
  const who = [friends > 0 ? counted(friends, 'friend') : '', mentors > 0 ? counted(mentors, 'mentor') : ''].filter(Boolean)
  return { done: friends + mentors >= seen.feedback, by: who.length === 0 ? 'nobody has yet' : `by ${who.join(' and ')}` }
}
