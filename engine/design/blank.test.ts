import { describe, expect, it } from 'vitest'
import { blank } from './blank.ts'
import { parseSubmission } from './parse-submission.ts'

const first = (input: unknown, path: readonly string[]) => {
  const parsed = parseSubmission(input)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  let value: unknown = parsed.submission
  for (const key of path) value = Object.entries(Object(value)).find(([name]) => name === key)?.[1]
  return value
}
const at = (path: string, record: object): unknown =>
  path.split('.').reduceRight<unknown>((inner, key) => (/^\d+$/.test(key) ? [inner] : { [key]: inner }), { id: 'a', ...record })

const places: Readonly<Record<string, keyof typeof blank>> = {
  'requirements.functional.0': 'functional',
  'requirements.nonFunctional.0': 'nonFunctional',
  'questions.0': 'question',
  'api.0': 'api',
  'architecture.components.0': 'component',
  'architecture.flows.0': 'flow',
  'data.0': 'store',
  'data.0.access.0': 'access',
  'decisions.0': 'decision',
  'decisions.0.alternatives.0': 'alternative',
  'failures.0': 'failure',
  'operations.alarms.0': 'alarm',
  'operations.runbook.0': 'step',
  'security.0': 'control',
  'cost.lines.0': 'costLine',
  'cost.levers.0': 'lever',
  'evolution.triggers.0': 'trigger',
  'evolution.steps.0': 'migrationStep',
  'organization.0': 'team',
}

describe('blank', () => {
  it.each(Object.entries(places))('%s is what the schema makes of an empty record', (path, name) => {
    const empty = at(path, {})
    expect(first(empty, path.split('.'))).toEqual({ id: 'a', ...blank[name] })
  })
})
