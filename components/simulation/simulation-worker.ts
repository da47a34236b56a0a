import { type LiveQuestion, type LiveRun, runLive } from '#engine/simulation/live-run.ts'

/** What the page asks; the number comes back with the answer. */
export type Asked = { readonly number: number; readonly question: LiveQuestion }
export type Answered = { readonly number: number } & ({ readonly run: LiveRun } | { readonly message: string })

self.onmessage = ({ data: { number, question } }: MessageEvent<Asked>) => {
  let answer: Answered
  try {
    answer = { number, run: runLive(question) }
  } catch (error) {
    answer = { number, message: error instanceof Error ? error.message : String(error) }
  }
  self.postMessage(answer)
}
