import { readSource } from './read-source.ts'
import { exit, type Terminal } from './terminal.ts'

/** An answer to one request, and whether something in it is an error. */
export type Answer = { readonly answer: unknown; readonly failed: boolean }

async function* linesOf(text: string) {
  const lines = text.split(/\r?\n/)
  if (lines.at(-1) === '') lines.pop()
  yield* lines
}

/** What a line of JSON holds, or why it holds nothing. */
export function readJson(
  text: string,
): { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string } {
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch (error) {
    return { ok: false, message: `is not JSON: ${error instanceof Error ? error.message : String(error)}` }
  }
}

/**
 * `--jsonl`: a request a line, an answer a line, in order, each as soon as its request has come. A line that cannot be read gets its
 * answer too. Returns the exit status: problems when any answer has an error.
 */
export async function answerLines(
  file: string | undefined,
  terminal: Terminal,
  answer: (line: string) => Answer,
): Promise<number> {
  const fromFile = file !== undefined && file !== '-'
  const source = fromFile || !terminal.lines ? await readSource(file ?? '-', terminal) : null
  if (source && !source.ok) {
    terminal.err(`tenfold: ${source.message}`)
    return exit.unusable
  }
  const lines = source ? linesOf(source.text) : (terminal.lines?.() ?? linesOf(''))
  let status: number = exit.done
  for await (const line of lines) {
    const { answer: value, failed } = answer(line)
    if (failed) status = exit.problems
    terminal.out(JSON.stringify(value))
  }
  return status
}
