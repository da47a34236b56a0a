import { checkByEvents, type EventCheck } from '#engine/simulation/event-check.ts'
import { type LiveQuestion, type LiveRun, runLive } from '#engine/simulation/live-run.ts'

/** What the page asks; the number comes back with the answer. */
export type Asked = { readonly number: number; readonly question: LiveQuestion; readonly events?: boolean }
export type Answered = { readonly number: number } & (
  | { readonly run: LiveRun }
  | { readonly check: EventCheck }
  | { readonly message: string }
)

self.onmessage = ({ data: { number, question, events } }: MessageEvent<Asked>) => {
  let answer: Answered
  try {
    answer = events ? { number, check: checkByEvents(question) } : { number, run: runLive(question) }
  } catch (error) {
    answer = { number, message: error instanceof Error ? error.message : String(error) }
  }
  self.postMessage(answer)
}
