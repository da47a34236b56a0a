import { blank } from './blank.ts'
import { limits } from './limits.ts'
import { nextId } from './next-id.ts'
import type { Submission } from './submission.ts'

/** What of a component kind a template looks at. */
type Kind = { readonly id: string; readonly category: string }

/**
 * Saves typing what the design says already. It makes records that point to what is drawn or promised, and leaves everything else to be written: it
 * earns nothing by itself. `part` is the part of the workspace that it belongs to.
 */
export type Template = {
  readonly id: string
  readonly part: string
  readonly title: string
  /** Answers the submission as it is when there is nothing to add. */
  readonly apply: (submission: Submission, kinds: readonly Kind[]) => Submission
}

/** Adds a record for each of `wanted`, as far as a list may have them. */
function addAll<T extends { readonly id: string }, W>(
  list: readonly T[],
  prefix: string,
  wanted: readonly W[],
  make: (id: string, wanted: W) => T,
): T[] {
  const all = [...list]
  for (const one of wanted.slice(0, limits.records - list.length)) all.push(make(nextId(prefix, all), one))
  return all
}

const notClients = ({ architecture }: Submission, kinds: readonly Kind[]) => {
  const categories = new Map(kinds.map(({ id, category }) => [id, category]))
  return architecture.components
    .map(({ id, name, kind }) => ({ id, name, category: categories.get(kind) }))
    .filter(({ category }) => category !== 'client')
}

const noAlternatives: Submission['decisions'][number]['alternatives'] = []

const usualQualities = ['latency', 'availability', 'durability', 'consistency', 'retention', 'cost'] as const

/** Lines for the worksheet: names and how they hang together, with the numbers left open. */
const sheets = [
  {
    id: 'sheet-traffic',
    title: 'Worksheet: people to requests',
    lines: [
      'users =',
      'actions =            # of one user in a day',
      'average = users * actions /day in /s',
      'factor =             # peak over average',
      'peak = average * factor',
    ],
  },
  {
    id: 'sheet-storage',
    title: 'Worksheet: bytes kept',
    lines: [
      'created =            # a period',
      'size =               # of one record',
      'kept =               # for how long',
      'stored = created * size * kept in TB',
    ],
  },
  {
    id: 'sheet-bandwidth',
    title: 'Worksheet: bytes moved',
    lines: ['responses =          # a second', 'body =               # bytes of one', 'out = responses * body in MB/s'],
  },
  {
    id: 'sheet-downtime',
    title: 'Worksheet: minutes of downtime',
    lines: ['promise =            # such as 99.9%', 'down = (1 - promise) * 30 days in minutes'],
  },
] as const

const sheetTemplates: readonly Template[] = sheets.map(({ id, title, lines }) => ({
  id,
  part: 'estimates',
  title,
  apply: submission => ({
    ...submission,
    worksheet: [...(submission.worksheet.trim() === '' ? [] : [submission.worksheet.trimEnd(), '']), ...lines].join('\n'),
  }),
}))

/** All templates, in the order of the parts. */
export const templates: readonly Template[] = [
  {
    id: 'objectives',
    part: 'requirements',
    title: 'An objective for each usual quality',
    apply: submission => {
      const { nonFunctional } = submission.requirements
      const missing = usualQualities.filter(quality => !nonFunctional.some(o => o.quality === quality))
      const made = addAll(nonFunctional, 'nfr', missing, (id, quality) => ({ ...blank.nonFunctional, id, quality }))
      return missing.length === 0
        ? submission
        : { ...submission, requirements: { ...submission.requirements, nonFunctional: made } }
    },
  },
  ...sheetTemplates,
  {
    id: 'stores',
    part: 'data',
    title: 'A record for each store that is drawn',
    apply: (submission, kinds) => {
      const missing = notClients(submission, kinds).filter(
        ({ id, category }) => category === 'store' && !submission.data.some(s => s.component === id),
      )
      const data = addAll(submission.data, 'store', missing, (id, { id: component }) => ({
        ...blank.store,
        access: [],
        id,
        component,
      }))
      return missing.length === 0 ? submission : { ...submission, data }
    },
  },
  {
    id: 'alternatives',
    part: 'decisions',
    title: 'A decision with two alternatives',
    apply: submission => {
      const alternatives = addAll(noAlternatives, 'alt', ['a', 'b'], id => ({ ...blank.alternative, id }))
      const id = nextId('decision', submission.decisions)
      return { ...submission, decisions: [...submission.decisions, { ...blank.decision, id, alternatives }] }
    },
  },
  {
    id: 'failures',
    part: 'failures',
    title: 'A failure for each component that is drawn',
    apply: (submission, kinds) => {
      const missing = notClients(submission, kinds).filter(({ id }) => !submission.failures.some(f => f.component === id))
      const failures = addAll(submission.failures, 'failure', missing, (id, { id: component }) => ({
        ...blank.failure,
        id,
        scope: 'component' as const,
        component,
      }))
      return missing.length === 0 ? submission : { ...submission, failures }
    },
  },
  {
    id: 'alarms',
    part: 'operations',
    title: 'An alarm for each objective',
    apply: submission => {
      const { alarms } = submission.operations
      const missing = submission.requirements.nonFunctional.filter(({ id }) => !alarms.some(a => a.objective === id))
      const made = addAll(alarms, 'alarm', missing, (id, { id: objective }) => ({ ...blank.alarm, id, objective }))
      return missing.length === 0 ? submission : { ...submission, operations: { ...submission.operations, alarms: made } }
    },
  },
  {
    id: 'cost-lines',
    part: 'cost',
    title: 'A line for each component that is drawn',
    apply: (submission, kinds) => {
      const missing = notClients(submission, kinds).filter(({ id }) => !submission.cost.lines.some(l => l.component === id))
      const lines = addAll(submission.cost.lines, 'line', missing, (id, { id: component, name }) => ({
        ...blank.costLine,
        id,
        item: name,
        component,
      }))
      return missing.length === 0 ? submission : { ...submission, cost: { ...submission.cost, lines } }
    },
  },
]
