import { getCatalog } from '#catalog/catalog.ts'
import { formatProblem, type Problem } from '#catalog/problem.ts'
import { readCatalogSettings } from '#catalog/settings.ts'
import { readYaml, type YamlDocument } from '#catalog/source/yaml-document.ts'
import { formatPath, parseSubmission } from '#engine/design/parse-submission.ts'
import type { Submission } from '#engine/design/submission.ts'
import type { ScoreReport } from '#engine/rubric/score-report.ts'
import { scoreSubmission } from '#engine/rubric/score-submission.ts'
import { seedOfSubmission } from '#engine/rubric/seed.ts'
import { type Timeline, timelineSchema } from '#engine/rubric/timeline.ts'
import { readArguments } from '../arguments.ts'
import { nameOfSource, readSource } from '../read-source.ts'
import { type Command, exit, type Terminal } from '../terminal.ts'
import { formatReport } from './format-report.ts'
import { scoreBundle } from './score-bundle.ts'

const options = { drill: { type: 'string' }, bundle: { type: 'string' }, json: { type: 'boolean', default: false } } as const

/** `tenfold score FILE --drill SLUG [--json]`, `tenfold score --bundle FILE` */
export const scoreCommand: Command = {
  usage: [
    'tenfold score FILE|- --drill SLUG [--json]   score a submission (YAML or JSON)',
    'tenfold score --bundle FILE|-                re-run an exported score and compare the bytes',
  ],
  async run(words, terminal) {
    const read = readArguments(words, options)
    const complain = (message: string) => {
      terminal.err(`tenfold score: ${message}`)
      return exit.unusable
    }
    if (!read.ok) return complain(read.message)
    const [file, ...others] = read.parsed.positionals
    const { drill: slug, json, bundle } = read.parsed.values
    if (bundle !== undefined) {
      if (file !== undefined || slug !== undefined)
        return complain('a bundle brings its own submission and drill; name nothing else.')
      return scoreBundle(bundle, terminal)
    }
    if (file === undefined || others.length > 0) return complain('name one file, or "-" for standard input.')
    if (slug === undefined) return complain('name the drill: --drill url-shortener.')

    const source = await readSource(file, terminal)
    if (!source.ok) return complain(source.message)
    const submission = readSubmission(file, source.text)
    if (!submission.ok) {
      for (const problem of submission.problems) terminal.err(problem)
      return exit.unusable
    }
    const loaded = await loadDrill(slug, terminal)
    if (!loaded.ok) return complain(loaded.message)
    const report = scoreSubmission(
      loaded.compiled,
      { submission: submission.submission },
      { seed: seedOfSubmission(submission.submission) },
    )
    terminal.out(json ? formatJson(report) : formatReport(report, loaded.compiled.drill.title))
    return exit.done
  },
}

/** The report as the server stores it: the same bytes for the same submission. */
export const formatJson = (report: ScoreReport) => JSON.stringify(report)

async function loadDrill(slug: string, terminal: Terminal) {
  try {
    const catalog = await getCatalog(readCatalogSettings(terminal.env, terminal.root))
    const found = catalog.drill(slug)
    if (found) return { ok: true, compiled: found.compiled } as const
    return {
      ok: false,
      message: `there is no drill "${slug}". There are: ${catalog
        .drills()
        .map(d => d.slug)
        .join(', ')}.`,
    } as const
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) } as const
  }
}

const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Reads a submission, an exported attempt or an exemplar: the latter two hold one under `submission`. Problems name file, line and column. */
export function readSubmission(
  file: string,
  text: string,
): { ok: true; submission: Submission; timeline: Timeline | undefined } | { ok: false; problems: readonly string[] } {
  const read = readYaml(nameOfSource(file), text)
  if (!read.ok) return { ok: false, problems: read.problems.map(formatProblem) }
  const { document } = read
  const wrapped = isMapping(document.value) && 'submission' in document.value
  const parsed = parseSubmission(isMapping(document.value) && wrapped ? document.value.submission : document.value)
  if (parsed.ok) {
    const timeline = timelineSchema.safeParse(wrapped && isMapping(document.value) ? document.value.timeline : undefined)
    return { ok: true, submission: parsed.submission, timeline: timeline.data }
  }
  return {
    ok: false,
    problems: parsed.problems.map(problem =>
      formatProblem(toProblem(document, wrapped ? ['submission', ...problem.path] : problem.path, problem.message)),
    ),
  }
}

function toProblem(document: YamlDocument, path: readonly (string | number)[], message: string): Problem {
  const { line, column } = document.at(path)
  return {
    rule: 'submission',
    file: document.file,
    path: formatPath(path),
    line,
    column,
    message,
    mend: 'see docs/scoring.md for what a submission holds',
  }
}
