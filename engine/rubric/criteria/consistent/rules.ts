import type { ConsistencyRule } from './rule.ts'
import { alarmsNameObjectives } from './rules/alarms-name-objectives.ts'
import { cacheHoldsHotSet } from './rules/cache-holds-hot-set.ts'
import { componentsOnFlows } from './rules/components-on-flows.ts'
import { costLinesSum } from './rules/cost-lines-sum.ts'
import { failuresNameComponents } from './rules/failures-name-components.ts'
import { flowRatesAgree } from './rules/flow-rates-agree.ts'
import { idempotentRetries } from './rules/idempotent-retries.ts'
import { objectivesHaveAlarms } from './rules/objectives-have-alarms.ts'
import { partitionKeyServesAccess } from './rules/partition-key-serves-access.ts'
import { replicationAgrees } from './rules/replication-agrees.ts'
import { rollbackSchemaCompatible } from './rules/rollback-schema-compatible.ts'
import { rpoAgainstBackup } from './rules/rpo-against-backup.ts'
import { rtoWithinBudget } from './rules/rto-within-budget.ts'
import { shardsHoldStored } from './rules/shards-hold-stored.ts'
import { storeBytesAgree } from './rules/store-bytes-agree.ts'

/** The consistency library. */
export const consistencyRules: readonly ConsistencyRule[] = [
  alarmsNameObjectives,
  cacheHoldsHotSet,
  componentsOnFlows,
  costLinesSum,
  failuresNameComponents,
  flowRatesAgree,
  idempotentRetries,
  objectivesHaveAlarms,
  partitionKeyServesAccess,
  replicationAgrees,
  rollbackSchemaCompatible,
  rpoAgainstBackup,
  rtoWithinBudget,
  shardsHoldStored,
  storeBytesAgree,
]

export const consistencyRule = (id: string): ConsistencyRule | undefined => consistencyRules.find(rule => rule.id === id)
