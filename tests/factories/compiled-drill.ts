import type { ComponentKind } from '#engine/architecture/component-kinds.ts'
import { parseSubmission } from '#engine/design/parse-submission.ts'
import type { Submission } from '#engine/design/submission.ts'
import { drillSchema } from '#engine/drill/drill.ts'
import { type CompiledDrill, criterionSchema } from '#engine/rubric/rubric.ts'
import { type Scoring, scoringSchema } from '#engine/rubric/scoring.ts'
import { plainKind } from './plain-kind.ts'

export const kinds: readonly ComponentKind[] = [
  plainKind('client', 'client'),
  plainKind('load-balancer-l7', 'edge', [], true),
  plainKind('service', 'compute'),
  plainKind('worker', 'processing'),
  plainKind('cache', 'cache'),
  plainKind('relational', 'store'),
  plainKind('read-replica', 'store'),
  plainKind('queue', 'messaging', [], true),
]

/** The ten dimensions. */
export const dimensionIds = [
  'requirements',
  'estimates',
  'architecture',
  'data',
  'performance',
  'reliability',
  'operations',
  'tradeoffs',
  'cost',
  'organization',
]

export const scoring: Scoring = scoringSchema.parse({
  dimensions: dimensionIds.map(id => ({ id, title: id, weights: { L6: 10, L7: 10 } })),
  bands: { near: 0.4, at: 0.6, above: 0.85 },
  minimumCoverage: 0.8,
  capWhenMustMissed: 'near',
  because: 'for tests',
})

/** A criterion with the dull fields supplied. */
export const makeCriterion = (fields: object) =>
  criterionSchema.parse({ id: 'c', dimension: 'data', points: 2, question: 'Is it so?', mend: 'Make it so.', ...fields })

/** A compiled drill: 10 links a second of 500 bytes kept for 5 years, two slots, four targets in a chain. */
export function makeDrill(criteria: readonly object[] = [], drill: object = {}): CompiledDrill {
  return {
    drill: drillSchema.parse({
      slug: 'links',
      title: 'Links',
      level: 'L6',
      minutes: 60,
      summary: 'Links.',
      phases: [{ id: 'all', title: 'All', minutes: 60, checklist: ['do it'] }],
      facts: [
        { id: 'volume', text: '100M a month', given: true, name: 'made', value: '100M /month' },
        { id: 'size', text: '500 bytes', given: true, name: 'record', value: '500 B' },
        { id: 'hidden', text: 'kept five years', asks: ['retention'], name: 'kept', value: '5 years' },
      ],
      slots: [
        { id: 'peak_factor', ask: 'peak over average', unit: '1', reference: '3', plausible: ['1.2', '10'], role: 'peak' },
        { id: 'shard_size', ask: 'bytes a shard', unit: 'GB', reference: '50 GB', plausible: ['10 GB', '2 TB'] },
      ],
      targets: [
        { id: 'qps', ask: 'average', unit: '/s', formula: 'made', tolerance: '10%', near: 'x2', rule: 'a month has 30 days' },
        {
          id: 'peak',
          ask: 'peak',
          unit: '/s',
          formula: 'qps * peak_factor',
          tolerance: '10%',
          near: 'x2',
          rule: 'average times peak',
        },
        {
          id: 'stored',
          ask: 'five years',
          unit: 'TB',
          formula: 'made * record * kept',
          tolerance: '10%',
          rule: 'rate times size times time',
        },
        {
          id: 'shards',
          ask: 'shards',
          unit: '1',
          formula: 'ceil(stored / shard_size)',
          atLeast: 'ceil(stored / shard_size)',
          atMost: '8 * ceil(stored / shard_size)',
          rule: 'they hold it',
        },
      ],
      ...drill,
    }),
    criteria: criteria.map((fields, index) => makeCriterion({ id: `c${index + 1}`, ...fields })),
    scoring,
    kinds,
    content: 'test',
  }
}

/** A submission from the parts that a test states; throws when they are not one. */
export function makeSubmission(parts: object = {}): Submission {
  const parsed = parseSubmission(parts)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.submission
}
