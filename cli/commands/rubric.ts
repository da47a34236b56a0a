import { type Catalog, getCatalog } from '#catalog/catalog.ts'
import type { CatalogDrill } from '#catalog/compiled-catalog.ts'
import { readCatalogSettings } from '#catalog/settings.ts'
import { parseSubmission } from '#engine/design/parse-submission.ts'
import { type Mutation, mutations } from '#engine/rubric/proof/mutations.ts'
import { runRubricTests } from '#engine/rubric/proof/rubric-tests.ts'
import type { ScoreReport } from '#engine/rubric/score-report.ts'
import { scoreSubmission } from '#engine/rubric/score-submission.ts'
import { readArguments } from '../arguments.ts'
import { type Command, exit, type Terminal } from '../terminal.ts'

/** `tenfold rubric test SLUG`: the own tests of a rubric's criteria, its exemplars, and the strongest of them with each part deleted. */
export const rubricCommand: Command = {
  usage: ['tenfold rubric test SLUG                     a rubric against its own tests, exemplars and deletions'],
  async run(words, terminal) {
    const complain = (message: string) => {
      terminal.err(`tenfold rubric: ${message}`)
      return exit.unusable
    }
    const [what, ...rest] = words
    const read = readArguments(rest, {})
    if (what !== 'test') return complain('the one thing that it does is "test".')
    if (!read.ok) return complain(read.message)
    const [slug, ...others] = read.parsed.positionals
    if (slug === undefined || others.length > 0) return complain('name one drill.')
    const loaded = await load(terminal)
    if (!loaded.ok) return complain(loaded.message)
    const { catalog } = loaded
    for (const { file, line, message, mend } of catalog.problems) terminal.err(`${file}:${line} ${message}; ${mend}`)
    const drill = catalog.drill(slug)
    if (!drill)
      return complain(
        `there is no drill "${slug}". There are: ${catalog
          .drills()
          .map(d => d.slug)
          .join(', ')}.`,
      )
    const scored = drill.exemplars.flatMap(({ name, exemplar }) => {
      const parsed = parseSubmission(exemplar.submission)
      if (!parsed.ok) return []
      const { submission } = parsed
      return [{ name, submission, report: scoreSubmission(drill.compiled, { submission }, { seed: 1 }) }]
    })
    const ranked = scored.toSorted((a, b) => b.report.tiers.verified.earned - a.report.tiers.verified.earned)
    const exemplars = Object.fromEntries(drill.exemplars.map(({ name, exemplar }) => [name, exemplar]))
    const own = runRubricTests(drill.compiled, exemplars, drill.tests)
    const faults = own.flatMap(({ about, faults: found }) => found.map(fault => `${about}: ${fault}`))
    const [strongest] = ranked
    const deleted = strongest ? mutations(drill.compiled, strongest.submission) : []
    terminal.out(
      [
        `Own tests: ${own.length - own.filter(r => r.faults.length > 0).length} of ${own.length} hold`,
        ...faults.map(fault => `  - ${fault}`),
        '',
        'Exemplars, best first',
        ...ranked.map(({ name, report }) => `  ${name.padEnd(18)} ${bandsOf(report)}`),
        '',
        ...(strongest ? deletions(strongest.name, deleted) : []),
        '',
        ...unproved(
          drill,
          ranked.map(r => r.report),
        ),
      ].join('\n'),
    )
    return faults.length > 0 || deleted.some(m => m.rose.length > 0) ? exit.problems : exit.done
  },
}

async function load(terminal: Terminal): Promise<{ ok: true; catalog: Catalog } | { ok: false; message: string }> {
  try {
    return { ok: true, catalog: await getCatalog(readCatalogSettings(terminal.env, terminal.root)) }
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) }
  }
}

const bandsOf = ({ tiers: { verified }, levels }: ScoreReport) =>
  `${verified.earned} of ${verified.possible}; ${(['L6', 'L7'] as const)
    .map(
      level =>
        `${level} ${levels[level].band}${levels[level].score === null ? '' : ` ${Math.round((levels[level].score ?? 0) * 100)}%`}`,
    )
    .join(', ')}`

function deletions(name: string, deleted: readonly Mutation[]): readonly string[] {
  return [
    `"${name}" with each part deleted in turn`,
    ...deleted.map(({ part, lost, fell, rose }) => {
      const up = rose.length > 0 ? `; RISES: ${rose.join(', ')}` : ''
      return `  ${part.padEnd(28)} -${lost}${fell.length > 0 ? ` (${fell.join(', ')})` : ': no criterion misses it'}${up}`
    }),
  ]
}

/** Criteria on which the exemplars and the own tests prove nothing. */
function unproved(drill: CatalogDrill, reports: readonly ScoreReport[]): readonly string[] {
  const tested = new Map<string, Set<string>>()
  const note = (id: string, verdict: string) => tested.set(id, (tested.get(id) ?? new Set()).add(verdict))
  for (const report of reports) for (const { id, verdict } of report.criteria) note(id, verdict)
  for (const test of drill.tests) for (const [id, verdict] of Object.entries(test.expects)) note(id, verdict)
  const computed = drill.compiled.criteria.filter(c => c.kind !== 'self')
  const lacking = (verdict: string) => computed.filter(c => !tested.get(c.id)?.has(verdict)).map(c => c.id)
  const list = (words: string, ids: readonly string[]) => (ids.length > 0 ? [`${words}: ${ids.join(', ')}`] : [])
  return [
    ...list('No exemplar and no test of these is met', lacking('met')),
    ...list(
      'Nor is any of these missed',
      lacking('missed').filter(id => drill.compiled.criteria.find(c => c.id === id)?.kind !== 'said'),
    ),
  ]
}
