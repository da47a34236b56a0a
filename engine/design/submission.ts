import { z } from 'zod'
import { answer, choice, count, expression, label, name, prose, recordId, records, reference } from './fields.ts'
import { limits } from './limits.ts'
import {
  accessOperations,
  aspects,
  confidences,
  consistencies,
  deploymentStrategies,
  doors,
  failureScopes,
  hotKeyMitigations,
  httpMethods,
  linkModes,
  priorities,
  qualities,
  replicationModes,
  shardingStrategies,
  signals,
  threats,
} from './words.ts'

/** The name of this version of the schema, carried by every submission. */
export const submissionVersion = 'tenfold/design/1'

const functional = z.strictObject({
  id: recordId,
  text: label.describe('What a user can do'),
  priority: choice(priorities).describe('must, should, or out of scope'),
})

const nonFunctional = z.strictObject({
  id: recordId,
  quality: choice(qualities),
  percentile: count(1, 100).describe('For latency: 50, 95, 99'),
  target: expression.describe('A quantity (100 ms, 99.9%, 5 years), or a word for consistency and residency'),
  flow: reference.describe('The flow it holds for; empty means all'),
})

const question = z.strictObject({
  id: recordId,
  text: label.describe('The clarifying question as asked'),
  fact: reference.describe('The fact that it revealed'),
})

const assumption = z.strictObject({
  slot: recordId.describe('The slot of the drill that it fills'),
  value: expression,
})

const statedAnswer = z.strictObject({
  target: recordId.describe('The target of the drill that it answers'),
  stated: expression.describe('A quantity, a range (25..35), or a worksheet name'),
  confidence: z
    .union(confidences.map(c => z.literal(c)))
    .optional()
    .describe('How sure, in percent, that the range holds'),
})

const apiMethod = z.strictObject({
  id: recordId,
  method: choice(httpMethods),
  path: label,
  purpose: label,
  status: count(100, 599).describe('The status code of success'),
  idempotent: answer,
  paginated: answer,
})

const component = z.strictObject({
  id: recordId,
  name: label,
  kind: z.string().max(64).default('').describe('A kind of content/reference/components.yaml'),
  replicas: count(0),
  zones: count(0, 100),
  regions: count(0, 100),
  cells: count(0),
  group: name.describe('The region, zone, cell or other place that it is drawn in'),
  capacity: expression.describe('Requests a second that one replica serves'),
  serviceTime: expression.describe('Time that one request takes'),
  because: prose.describe('Why a default is overridden'),
  settings: z
    .record(recordId, z.string().max(100))
    .default({})
    .describe('Named settings of the kind, such as hitRatio or ttl, each an expression'),
})

const link = z.strictObject({
  id: recordId,
  from: recordId,
  to: recordId,
  mode: choice(linkModes),
  callsPerRequest: z.number().min(0, 'must not be negative').max(10_000).optional(),
  timeout: expression,
  retries: count(0, 100),
  dedupeKey: label.describe('What makes a retry harmless'),
  fallback: label.describe('What happens when the call fails'),
})

const flow = z.strictObject({
  id: recordId,
  name: label,
  route: z.array(recordId).max(limits.components).default([]).describe('The components that a request passes, in order'),
  rate: expression.describe('Requests a second'),
  objective: reference.describe('The non-functional requirement that it must meet'),
})

const accessPattern = z.strictObject({
  id: recordId,
  operation: choice(accessOperations),
  by: label.describe('The field that it looks up by'),
  rate: expression,
})

const store = z.strictObject({
  id: recordId,
  component: reference.describe('The component that keeps it'),
  entity: label,
  bytes: expression.describe('Bytes a record'),
  records: expression.describe('Records at the end of the retention'),
  partitionKey: label,
  partitionKeyValues: expression.describe('How many different values the partition key has'),
  sortKey: label,
  access: records(accessPattern),
  sharding: z.strictObject({ strategy: choice(shardingStrategies), count: expression.describe('Number of shards') }).prefault({}),
  replication: z.strictObject({ factor: count(0, 100), mode: choice(replicationModes) }).prefault({}),
  consistency: choice(consistencies),
  hotKey: choice(hotKeyMitigations).describe('What is done about a hot key'),
  backupInterval: expression,
})

const alternative = z.strictObject({
  id: recordId,
  option: label,
  rejectedOn: choice(qualities).describe('The quality that it loses on'),
  because: prose,
})

const decision = z.strictObject({
  id: recordId,
  aspect: choice(aspects),
  question: label,
  chosen: label,
  alternatives: records(alternative),
  givesUp: z.strictObject({ quality: choice(qualities), amount: expression.describe('How much of it') }).prefault({}),
  driver: reference.describe('The requirement, target, component or store that drives it'),
  impact: z.strictObject({ customer: prose, operations: prose, cost: prose, risk: prose }).prefault({}),
  door: choice(doors).describe('One-way or two-way'),
  reverseWhen: prose.describe('What would make you reverse it'),
})

const failure = z.strictObject({
  id: recordId,
  scope: choice(failureScopes),
  component: reference.describe('The component that fails'),
  what: label,
  detection: choice(signals).describe('The signal that shows it'),
  effect: prose.describe('What happens then'),
  blastRadius: expression.describe('Share of users or requests, such as 5%'),
  rto: expression,
  rpo: expression,
})

const alarm = z.strictObject({
  id: recordId,
  signal: choice(signals),
  component: reference,
  threshold: expression,
  objective: reference.describe('The non-functional requirement that it guards'),
})

const step = z.strictObject({ id: recordId, text: prose })

const operations = z.strictObject({
  alarms: records(alarm),
  deployment: z.strictObject({ strategy: choice(deploymentStrategies), stages: records(step) }).prefault({}),
  rollback: z
    .strictObject({ metric: choice(signals), threshold: expression, minutes: count(0, 10_000), schemaCompatible: answer })
    .prefault({}),
  runbook: records(step),
})

const control = z.strictObject({ id: recordId, threat: choice(threats), component: reference, control: prose })

const cost = z.strictObject({
  monthly: expression,
  lines: records(z.strictObject({ id: recordId, item: label, component: reference, amount: expression })),
  levers: records(z.strictObject({ id: recordId, text: prose, saves: expression })),
})

const evolution = z.strictObject({
  triggers: records(
    z.strictObject({ id: recordId, signal: choice(signals), component: reference, threshold: expression, action: prose }),
  ),
  steps: records(z.strictObject({ id: recordId, text: prose, reversible: answer })),
})

const team = z.strictObject({
  id: recordId,
  name: label,
  owns: z.array(recordId).max(limits.components).default([]).describe('Components that it owns'),
  interface: prose.describe('What it offers to the other teams'),
})

const prediction = z.strictObject({ component: reference, because: prose }).prefault({})

/**
 * The submission, `tenfold/design/1`: the structured design that a candidate hands in. Every part is optional; a rubric says what it
 * needs. Quantities are expressions of the worksheet language with the worksheet's own names in scope.
 */
export const submissionSchema = z.strictObject({
  schema: z.literal(submissionVersion).default(submissionVersion),
  requirements: z.strictObject({ functional: records(functional), nonFunctional: records(nonFunctional) }).prefault({}),
  questions: records(question),
  worksheet: z
    .string()
    .max(limits.worksheetCharacters, `is too long: a worksheet may have ${limits.worksheetCharacters} characters`)
    .refine(
      text => text.split('\n').length <= limits.worksheetLines,
      `is too long: a worksheet may have ${limits.worksheetLines} lines`,
    )
    .default(''),
  assumptions: records(assumption),
  answers: records(statedAnswer),
  api: records(apiMethod),
  architecture: z
    .strictObject({ components: records(component, limits.components), links: records(link, limits.links), flows: records(flow) })
    .prefault({}),
  data: records(store),
  decisions: records(decision),
  failures: records(failure),
  operations: operations.prefault({}),
  security: records(control),
  cost: cost.prefault({}),
  evolution: evolution.prefault({}),
  organization: records(team),
  predictions: z.strictObject({ at10x: prediction, at100x: prediction }).prefault({}),
})

export type Submission = z.infer<typeof submissionSchema>
export type Component = z.infer<typeof component>
export type Link = z.infer<typeof link>
export type Flow = z.infer<typeof flow>
export type Store = z.infer<typeof store>
export type Decision = z.infer<typeof decision>

/** A submission with nothing in it. */
export const emptySubmission: Submission = submissionSchema.parse({})
