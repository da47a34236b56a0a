import type { LiveQuestion, LiveRun } from '#engine/simulation/live-run.ts'
import type { Answered, Asked } from './simulation-worker.ts'

/** What of a Worker is used; a test gives its own. */
export type Simulator = {
  postMessage: (asked: Asked) => void
  terminate: () => void
  onmessage: ((event: { data: Answered }) => void) | null
  onerror: ((event: { message?: string; preventDefault?: () => void }) => void) | null
}

export type RunClient = {
  /** Runs a question when the hand rests; an older question's answer is then dropped. */
  readonly ask: (question: LiveQuestion) => void
  /** Asks the last question again, with a new worker when the old one stopped. */
  readonly again: () => void
  readonly close: () => void
}

type Deps = {
  readonly open: () => Simulator
  readonly onRun: (run: LiveRun) => void
  readonly onFail: (message: string) => void
  /** Calls back later; what comes back cancels it. */
  readonly after: (ms: number, run: () => void) => () => void
}

/** How long nothing may change before it is run, and how long a run may take. */
export const REST_MS = 120
export const LIMIT_MS = 15_000

/** Asks a worker, one question at a time: what is asked meanwhile waits, and only the newest of it is asked. */
export function createRunClient({ open, onRun, onFail, after }: Deps): RunClient {
  let worker: Simulator | undefined
  let number = 0
  let latest: LiveQuestion | undefined
  let inFlight: number | undefined
  let unrest = () => {}
  let unlimit = () => {}

  const stop = () => {
    unlimit()
    worker?.terminate()
    worker = undefined
    inFlight = undefined
  }
  const fail = (message: string) => {
    stop()
    onFail(message)
  }
  const settle = (answer: Answered) => {
    if (answer.number !== inFlight) return
    unlimit()
    inFlight = undefined
    if (answer.number !== number) return send()
    if ('run' in answer) onRun(answer.run)
    else if ('message' in answer) fail(answer.message)
  }
  const start = (): Simulator => {
    const made = open()
    made.onmessage = event => settle(event.data)
    made.onerror = event => {
      event.preventDefault?.()
      fail(event.message || 'its program could not be loaded')
    }
    return made
  }
  const send = () => {
    if (!latest || inFlight !== undefined) return
    try {
      worker ??= start()
      inFlight = number
      unlimit = after(LIMIT_MS, () => fail(`it took longer than ${LIMIT_MS / 1000} seconds`))
      worker.postMessage({ number, question: latest })
    } catch (error) {
      fail(error instanceof Error ? error.message : String(error))
    }
  }
  return {
    ask: question => {
      latest = question
      number += 1
      unrest()
      unrest = after(REST_MS, send)
    },
    again: () => {
      number += 1
      send()
    },
    close: () => {
      unrest()
      stop()
    },
  }
}
