import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { vi } from 'vitest'
import type { AttemptDeps } from '#server/attempts/deps.ts'
import { withWorksheet } from './attempt-deps.ts'

/** The server's functions with a memory of their own, as each process has. */
export async function newProcess() {
  vi.resetModules()
  const [save, late, hand, ask, load, curveballs, cache] = await Promise.all([
    import('#server/attempts/save-revision.ts'),
    import('#server/attempts/late-draft.ts'),
    import('#server/attempts/hand-in.ts'),
    import('#server/attempts/questions.ts'),
    import('#server/attempts/load-attempt.ts'),
    import('#server/attempts/curveballs.ts'),
    import('#server/attempts/head-cache.ts'),
  ])
  return { ...save, ...late, ...hand, ...ask, ...load, ...curveballs, ...cache }
}
export type Process = Awaited<ReturnType<typeof newProcess>>

const window = fc.nat({ max: 2 })
const process = fc.nat({ max: 1 })
/** How a request fares: answered, never there, there but its answer lost, or held up until a later step. */
const fate = fc.constantFrom('answered', 'answered', 'answered', 'lost', 'answer-lost', 'held-up')

/** One thing that happens to a sitting. */
const single = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('write'), window, process, fate }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('send-again'), window, process, fate }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('deliver'), which: fc.nat({ max: 5 }), twice: fc.boolean(), process }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('hand-in'), window, process, names: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('ask'), process, words: fc.constantFrom('do links expire?', 'how many?') }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('sweep', 'load', 'poll'), process }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restart'), process }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('late-draft'), window, process }) },
)
const minute = 60_000
const time = fc.oneof(
  fc.record({ do: fc.constant('pass'), ms: fc.constantFrom(1, 999, 5_000, 30_000, 5 * minute, 25 * minute, -2_000, -40_000) }),
  fc.record({ do: fc.constant('set-clock'), window, ms: fc.constantFrom(-60 * minute, 60 * minute, 86_400_000) }),
)
/** Steps of a sitting: time moves, something happens, or several things at once. */
export const steps = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: single.map(each => [each]) },
    { weight: 2, arbitrary: fc.array(single, { minLength: 2, maxLength: 4 }) },
    { weight: 3, arbitrary: time.map(each => [each]) },
  ),
  { minLength: 5, maxLength: 45 },
)

export type Step = {
  readonly do: string
  readonly window?: number
  readonly process?: number
  readonly fate?: string
  readonly which?: number
  readonly twice?: boolean
  readonly names?: boolean
  readonly words?: string
  readonly ms?: number
}

type Draft = { readonly id: string; readonly worksheet: string; readonly parentId: string | null; readonly writtenAtMs: number }
type Window = { headId: string | null; unsent: Draft | undefined; clockMs: number }

/** What was promised while things happened. */
function makePromises() {
  return {
    /** Revision id to its worksheet, once a save was acknowledged. */
    acknowledged: new Map<string, { worksheet: string; seq: number }>(),
    /** Drafts that the server said it keeps beside the attempt. */
    late: new Map<string, string>(),
    handIns: new Set<string>(),
  }
}

/**
 * Three windows on one attempt, two processes, and a network that loses, repeats and reorders. Every answer of the server is written down as a promise.
 */
export function restlessSitting(
  deps: AttemptDeps,
  who: { readonly userId: string; readonly attemptId: string },
  processes: readonly Process[],
  moveServer: (ms: number) => void,
) {
  const { userId, attemptId } = who
  const promises = makePromises()
  const windows: Window[] = [0, 1, 2].map(() => ({ headId: null, unsent: undefined, clockMs: 0 }))
  const heldUp: (readonly [Window, Draft])[] = []
  let written = 0
  const processOf = (n = 0): Process => {
    const found = processes[n % processes.length]
    if (!found) throw new Error('no process')
    return found
  }
  const windowOf = (n = 0): Window => {
    const found = windows[n % windows.length]
    if (!found) throw new Error('no window')
    return found
  }

  async function deliver(server: Process, draft: Draft) {
    const { id, parentId, worksheet, writtenAtMs } = draft
    const answer = await server.saveRevision(deps, userId, attemptId, {
      id,
      parentId,
      submission: withWorksheet(worksheet),
      writtenAtMs,
    })
    return answer
  }

  function hear(window: Window, draft: Draft, answer: Awaited<ReturnType<typeof deliver>>) {
    if (answer.ok) {
      if (answer.revisionId !== draft.id) throw new Error(`${draft.id} was answered as ${answer.revisionId}`)
      promises.acknowledged.set(draft.id, { worksheet: draft.worksheet, seq: answer.seq })
      window.headId = draft.id
      if (window.unsent?.id === draft.id) window.unsent = undefined
      return
    }
    const { code, head, lateDraftKept } = answer.error
    if (lateDraftKept === true) {
      promises.late.set(draft.id, draft.worksheet)
      if (window.unsent?.id === draft.id) window.unsent = undefined
    }
    // The person goes on with what stands on this page, on top of the other side.
    if (code === 'stale-revision' && head instanceof Object && 'id' in head && typeof head.id === 'string')
      window.headId = head.id
    else if (!['stale-revision', 'handed-in', 'busy'].includes(code)) throw new Error(`a save was refused: ${code}`)
  }

  async function send(window: Window, server: Process, how = 'answered') {
    if (!window.unsent) return
    const draft = { ...window.unsent, parentId: window.headId }
    window.unsent = draft
    if (how === 'lost') return
    if (how === 'held-up') {
      heldUp.push([window, draft])
      return
    }
    const answer = await deliver(server, draft)
    if (how === 'answered') hear(window, draft, answer)
  }

  const hearHandIn = (answer: Awaited<ReturnType<Process['handIn']>>) => {
    if (answer.ok) promises.handIns.add(`${answer.handedInBy} ${answer.handedInAtMs}`)
    else if (answer.error.code !== 'stale-revision') throw new Error(`a hand-in was refused: ${answer.error.code}`)
  }

  async function happen(step: Step): Promise<void> {
    const window = windowOf(step.window)
    const server = processOf(step.process)
    if (step.do === 'write') {
      written += 1
      const writtenAtMs = Math.max(0, deps.now() + window.clockMs)
      window.unsent = {
        id: randomUUID(),
        worksheet: `a = ${written}\n${'# the same\n'.repeat(written % 7)}`,
        parentId: window.headId,
        writtenAtMs,
      }
      await send(window, server, step.fate)
    } else if (step.do === 'send-again') await send(window, server, step.fate)
    else if (step.do === 'deliver') {
      const [held] = heldUp.splice((step.which ?? 0) % Math.max(1, heldUp.length), 1)
      if (!held) return
      hear(...held, await deliver(server, held[1]))
      if (step.twice) hear(...held, await deliver(processOf(1 - (step.process ?? 0)), held[1]))
    } else if (step.do === 'hand-in') {
      hearHandIn(await server.handIn(deps, userId, attemptId, step.names ? { revisionId: window.headId } : {}))
    } else if (step.do === 'ask') await server.askQuestion(deps, userId, attemptId, step.words ?? '')
    else if (step.do === 'sweep') await server.expireDue(deps)
    else if (step.do === 'load') await server.loadAttempt(deps, userId, attemptId)
    else if (step.do === 'poll') await server.curveballsOf(deps, userId, attemptId)
    else if (step.do === 'restart') server.forgetHead(attemptId)
    else if (step.do === 'late-draft') await sendLate(window, server)
    else if (step.do === 'pass') moveServer(step.ms ?? 0)
    else if (step.do === 'set-clock') window.clockMs = step.ms ?? 0
    else throw new Error(`nobody knows how to ${step.do}`)
  }

  async function sendLate(window: Window, server: Process) {
    const { unsent } = window
    if (!unsent) return
    const { id, worksheet, writtenAtMs } = unsent
    const answer = await server.saveLateDraft(deps, userId, attemptId, { id, submission: withWorksheet(worksheet), writtenAtMs })
    if (!answer.ok || !answer.kept) return
    promises.late.set(id, worksheet)
    window.unsent = undefined
  }

  return {
    promises,
    /** Everything of a step at once. */
    step: (all: readonly Step[]) => Promise.all(all.map(happen)),
    /** Every window comes back after the end, and what was held up arrives. Answers what each still had. */
    comeBack: async () => {
      for (const [window, draft] of heldUp.splice(0)) hear(window, draft, await deliver(processOf(0), draft))
      const left = windows.flatMap(({ unsent }) => unsent ?? [])
      for (const window of windows) await send(window, processOf(1))
      return left
    },
  }
}
