import { canonicalJson, sha256 } from '#catalog/canonical-json.ts'
import { type Catalog, getCatalog } from '#catalog/catalog.ts'
import { formatPath, formatProblem, type Problem } from '#catalog/problem.ts'
import { readCatalogSettings } from '#catalog/settings.ts'
import { readYaml } from '#catalog/source/yaml-document.ts'
import { type Bundle, readBundle, rerunBundle } from '#engine/rubric/bundle.ts'
import { nameOfSource, readSource } from '../read-source.ts'
import { exit, type Terminal } from '../terminal.ts'

/** A submission of 1 MB, its timeline with a draft for each curveball, and a pinned drill stay well below. */
const MOST_CHARACTERS = 20_000_000
const MEND = 'export the bundle again from the attempt; it is not meant to be edited'

/**
 * Re-runs a bundle. Its score is unverified until this engine gives the same bytes: then they are printed (0); otherwise what differs is named (1).
 * A file that is no bundle is refused with its line (2).
 */
export async function scoreBundle(file: string, terminal: Terminal): Promise<number> {
  const source = await readSource(file, terminal)
  if (!source.ok) {
    terminal.err(`tenfold score: ${source.message}`)
    return exit.unusable
  }
  const name = nameOfSource(file)
  const read = parse(name, source.text)
  if (!read.ok) {
    for (const problem of read.problems) terminal.err(formatProblem(problem))
    return exit.unusable
  }
  const { bundle, claimed } = read
  const { bytes, differences } = rerunBundle(bundle, claimed)
  const note = await ofAnotherDrill(bundle, terminal)
  if (differences.length > 0) {
    terminal.err(`${name}: NOT VERIFIED. Scored again, the report is not the one that it claims:`)
    for (const difference of differences) terminal.err(`  ${difference}`)
    if (note) terminal.err(note)
    return exit.problems
  }
  terminal.out(bytes)
  terminal.err(`${name}: verified. Engine ${bundle.report.engine} gives the same report, byte for byte.`)
  if (note) terminal.err(note)
  return exit.done
}

type Read =
  | { readonly ok: true; readonly bundle: Bundle; readonly claimed: string }
  | { readonly ok: false; readonly problems: readonly Problem[] }

function parse(name: string, text: string): Read {
  const value = parseJson(text)
  if (value === undefined) return { ok: false, problems: syntaxProblems(name, text) }
  const read = readBundle(value)
  // The claimed report as the file has it: zod's copy may have its keys in another order.
  if (read.ok) return { ok: true, bundle: read.bundle, claimed: JSON.stringify(reportOf(value)) }
  const document = readYaml(name, text, 1, MOST_CHARACTERS)
  if (!document.ok) return document
  return {
    ok: false,
    problems: read.problems.slice(0, 20).map(({ path, message }) => {
      const { line, column } = document.document.at(path)
      return { rule: 'bundle', file: name, path: formatPath(path), line, column, message, mend: MEND }
    }),
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const reportOf = (value: unknown) => (typeof value === 'object' && value !== null && 'report' in value ? value.report : undefined)

/** Where a text stops being JSON. YAML's reader tells the place of most slips; what it would let pass stands on the last line at the latest. */
function syntaxProblems(name: string, text: string): readonly Problem[] {
  const read = readYaml(name, text, 1, MOST_CHARACTERS)
  if (!read.ok) return read.problems.slice(0, 1).map(problem => ({ ...problem, rule: 'bundle', mend: MEND }))
  const lines = text.trimEnd().split('\n')
  const message = 'is not JSON: a bundle is one JSON document'
  return [
    { rule: 'bundle', file: name, path: '', line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, message, mend: MEND },
  ]
}

/** A bundle is judged by the drill that it carries. Whether that is the drill of this Tenfold is for the reader to know. */
async function ofAnotherDrill({ drill }: Bundle, terminal: Terminal): Promise<string | null> {
  const slug = drill.drill.slug
  const catalog: Catalog | null = await getCatalog(readCatalogSettings(terminal.env, terminal.root)).catch(() => null)
  if (!catalog) return null
  const ours = catalog.drill(slug)
  if (!ours) return `Note: this Tenfold has no drill "${slug}"; the rubric is the bundle's own.`
  if (ours.hash === sha256(canonicalJson(drill))) return null
  return `Note: the rubric is the bundle's own. The drill "${slug}" of this Tenfold is another version (content ${ours.compiled.content.slice(0, 12)}, the bundle's ${drill.content.slice(0, 12)}).`
}
