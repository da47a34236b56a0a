import { met, missed, partly } from '../../../criterion.ts'
import type { ConsistencyRule } from '../rule.ts'

/** A rollback has its metric, threshold and minutes, and the old version can read what the new one wrote. */
export const rollbackSchemaCompatible: ConsistencyRule = {
  id: 'rollback-schema-compatible',
  title: 'The rollback is complete and compatible with the schema',
  parameters: [],
  check({ read, submission }) {
    const { rollback } = submission.operations
    const said = [
      rollback.metric !== '',
      read(rollback.threshold) !== undefined,
      rollback.minutes !== undefined,
      rollback.schemaCompatible !== undefined,
    ]
    const count = said.filter(Boolean).length
    const evidence = [
      { at: '/operations/rollback', text: `${rollback.metric} ${rollback.threshold} within ${rollback.minutes ?? '?'} min` },
    ]
    if (count === 0) return missed('No rollback is described.')
    if (rollback.schemaCompatible === false)
      return missed('The rollback is said not to be compatible with the schema: expand first, contract later.', evidence)
    return count === said.length
      ? met('Metric, threshold, minutes and compatibility are stated.', evidence)
      : partly('It lacks a metric, a threshold, the minutes, or a word on the schema.', evidence)
  },
}
