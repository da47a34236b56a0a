import { beforeEach, describe, expect, it } from 'vitest'
import { emptySubmission } from '#engine/design/submission.ts'
import { type LiveQuestion, type LiveRun, runLive } from '#engine/simulation/live-run.ts'
import { createRunClient, LIMIT_MS, REST_MS, type RunClient, type Simulator } from './run-client.ts'
import type { Asked } from './simulation-worker.ts'

const question = (load: number): LiveQuestion => ({ design: emptySubmission, kinds: [], given: {}, load, failures: [] })

let timers: { ms: number; run: () => void }[] = []
let workers: (Simulator & { asked: Asked[]; ended: boolean })[] = []
let runs: LiveRun[] = []
let failures: string[] = []
let client: RunClient

beforeEach(() => {
  timers = []
  workers = []
  runs = []
  failures = []
  client = createRunClient({
    open: () => {
      const worker: (typeof workers)[number] = {
        asked: [],
        ended: false,
        postMessage: asked => worker.asked.push(asked),
        terminate: () => {
          worker.ended = true
        },
        onmessage: null,
        onerror: null,
      }
      workers.push(worker)
      return worker
    },
    onRun: run => runs.push(run),
    onFail: message => failures.push(message),
    after: (ms, run) => {
      const timer = { ms, run }
      timers.push(timer)
      return () => {
        timers = timers.filter(t => t !== timer)
      }
    },
  })
})

const pass = (ms: number) => {
  const due = timers.filter(t => t.ms === ms)
  timers = timers.filter(t => t.ms !== ms)
  for (const { run } of due) run()
}
const rest = () => pass(REST_MS)
const answer = (index = 0) => {
  const worker = workers[index]
  const asked = worker?.asked.at(-1)
  if (asked) worker?.onmessage?.({ data: { number: asked.number, run: runLive(asked.question) } })
}

describe('a run in a worker', () => {
  it('is asked once, when the hand rests', () => {
    for (const load of [1, 2, 3]) client.ask(question(load))
    expect(workers).toHaveLength(0)
    rest()
    expect(workers[0]?.asked.map(a => a.question.load)).toEqual([3])
    answer()
    expect(runs.map(r => r.load)).toEqual([3])
  })

  it('drops an answer that is old by the time it comes, and asks the newest question alone', () => {
    client.ask(question(1))
    rest()
    client.ask(question(2))
    rest()
    client.ask(question(3))
    rest()
    answer()
    expect(runs).toEqual([])
    answer()
    expect(runs.map(r => r.load)).toEqual([3])
    expect(workers[0]?.asked.map(a => a.question.load)).toEqual([1, 3])
  })

  it('says what stopped it, and starts a new worker when asked again', () => {
    client.ask(question(4))
    rest()
    workers[0]?.onerror?.({ message: 'out of memory' })
    expect(failures).toEqual(['out of memory'])
    expect(workers[0]?.ended).toBe(true)
    client.again()
    answer(1)
    expect(runs.map(r => r.load)).toEqual([4])
  })

  it('is given up when it takes too long', () => {
    client.ask(question(1))
    rest()
    pass(LIMIT_MS)
    expect(failures).toEqual(['it took longer than 15 seconds'])
    answer()
    expect(runs).toEqual([])
  })

  it('ends its worker when it is closed', () => {
    client.ask(question(1))
    rest()
    client.close()
    expect(workers[0]?.ended).toBe(true)
    expect(timers).toEqual([])
  })
})
