import { z } from 'zod'
import { type DiagnosisResult, diagnose } from '#engine/sizing/slips/diagnose.ts'
import { type Answer, answerLines, readJson } from '../answer-lines.ts'
import { readArguments } from '../arguments.ts'
import { nameOfSource, readSource } from '../read-source.ts'
import { type Command, exit } from '../terminal.ts'

const options = { json: { type: 'boolean', default: false }, jsonl: { type: 'boolean', default: false } } as const

const requestSchema = z.strictObject({
  worksheet: z.string().describe('the lines of a worksheet'),
  name: z.string().describe('the name in it that was asked for'),
  stated: z.string().describe('the answer as it was stated, with its unit'),
})

type Request = z.infer<typeof requestSchema>

function readRequest(
  text: string,
): { readonly ok: true; readonly request: Request } | { readonly ok: false; readonly message: string } {
  const read = readJson(text)
  if (!read.ok) return read
  const parsed = requestSchema.safeParse(read.value)
  if (parsed.success) return { ok: true, request: parsed.data }
  const issue = parsed.error.issues[0]
  const where = issue?.path.length ? `"${issue.path.join('.')}": ` : ''
  return { ok: false, message: `is not {"worksheet": text, "name": text, "stated": text}: ${where}${issue?.message ?? ''}` }
}

/** The answer as docs/cli.md promises it. Without a diagnosis its parts are empty and `error` says why. */
function toAnswer(result: DiagnosisResult): Answer {
  if (!result.ok) return refusal(result.mend === undefined ? result.message : `${result.message} (${result.mend})`)
  const { verdict, ratio, expected, slips } = result.diagnosis
  const answer = {
    verdict,
    ratio,
    expected,
    slips: slips.map(({ id, explanation, corrected, confidence }) => ({ id, explanation, corrected, confidence })),
  }
  return { answer, failed: false }
}

const refusal = (error: string): Answer => ({
  answer: { verdict: null, ratio: null, expected: null, slips: [], error },
  failed: true,
})

/** One line of `--jsonl`. */
export function answerDiagnosis(line: string): Answer {
  const read = readRequest(line)
  return read.ok ? toAnswer(diagnose(read.request)) : refusal(`this request ${read.message}`)
}

const verdicts = {
  agrees: 'Agrees',
  convention: 'Right',
  rounded: 'Right, rounded',
  off: 'Off',
} as const

/** For people: the verdict, and what each slip would have computed. */
export function formatDiagnosis(request: Request, result: DiagnosisResult & { readonly ok: true }): string {
  const { verdict, ratio, expected, reason, slips } = result.diagnosis
  const times = ratio >= 1 ? ratio : 1 / ratio
  const off = Number.isFinite(times) ? `, ${Number(times.toPrecision(3))} times too ${ratio >= 1 ? 'large' : 'small'}` : ''
  return [
    `${request.name}: stated ${request.stated.trim()}, the worksheet gives ${expected.text}`,
    `${verdicts[verdict]}${verdict === 'off' ? off : ''}: ${reason}.`,
    ...(verdict === 'off' && slips.length === 0 ? ['No known slip explains it.'] : []),
    ...slips.flatMap(({ id, explanation, line, corrected, confidence }, index) => [
      `${index + 1}. ${id} (line ${line}, ${Math.round(confidence * 100)}%): ${explanation}`,
      ...(index === 0 ? [`   right: ${corrected}`] : []),
    ]),
  ].join('\n')
}

/** `tenfold diagnose FILE.json [--json]`, and `--jsonl` for many questions in one process. */
export const diagnoseCommand: Command = {
  usage: [
    'tenfold diagnose FILE.json|- [--json]        name the mistake in a stated answer',
    'tenfold diagnose --jsonl                     a question a line on standard input, an answer a line',
  ],
  async run(words, terminal) {
    const read = readArguments(words, options)
    const complain = (message: string) => {
      terminal.err(`tenfold diagnose: ${message}`)
      return exit.unusable
    }
    if (!read.ok) return complain(read.message)
    const [file, ...others] = read.parsed.positionals
    const { json, jsonl } = read.parsed.values
    if (others.length > 0 || (file === undefined && !jsonl)) return complain('name one file, or "-" for standard input.')
    if (jsonl) return answerLines(file, terminal, answerDiagnosis)
    const source = await readSource(file ?? '-', terminal)
    if (!source.ok) return complain(source.message)
    const question = readRequest(source.text)
    if (!question.ok) return complain(`${nameOfSource(file ?? '-')} ${question.message}`)
    const result = diagnose(question.request)
    if (json) {
      const { answer, failed } = toAnswer(result)
      terminal.out(JSON.stringify(answer))
      return failed ? exit.problems : exit.done
    }
    if (result.ok) {
      terminal.out(formatDiagnosis(question.request, result))
      return exit.done
    }
    terminal.err(`tenfold diagnose: ${result.message}${result.mend === undefined ? '' : ` (${result.mend})`}`)
    return exit.problems
  },
}
