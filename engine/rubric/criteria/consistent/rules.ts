import type { ConsistencyRule } from './rule.ts'
import { alarmsNameObjectives } from './rules/alarms-name-objectives.ts'
import { asyncWhereSpiky } from './rules/async-where-spiky.ts'
import { availabilityOfSeries } from './rules/availability-of-series.ts'
import { blastRadiusAgrees } from './rules/blast-radius-agrees.ts'
import { cacheHoldsHotSet } from './rules/cache-holds-hot-set.ts'
import { componentsOnFlows } from './rules/components-on-flows.ts'
import { costAgrees } from './rules/cost-agrees.ts'
import { costLinesSum } from './rules/cost-lines-sum.ts'
import { durabilityNeedsCopies } from './rules/durability-needs-copies.ts'
import { failuresNameComponents } from './rules/failures-name-components.ts'
import { flowRatesAgree } from './rules/flow-rates-agree.ts'
import { growthNamesBottleneck } from './rules/growth-names-bottleneck.ts'
import { idempotentRetries } from './rules/idempotent-retries.ts'
import { latencyOfRun } from './rules/latency-of-run.ts'
import { objectivesHaveAlarms } from './rules/objectives-have-alarms.ts'
import { partitionKeyServesAccess } from './rules/partition-key-serves-access.ts'
import { quorumOverlaps } from './rules/quorum-overlaps.ts'
import { replicationAgrees } from './rules/replication-agrees.ts'
import { rollbackSchemaCompatible } from './rules/rollback-schema-compatible.ts'
import { rpoAgainstBackup } from './rules/rpo-against-backup.ts'
import { rtoAgainstFailover } from './rules/rto-against-failover.ts'
import { rtoWithinBudget } from './rules/rto-within-budget.ts'
import { shardsHoldStored } from './rules/shards-hold-stored.ts'
import { shardsHoldWrites } from './rules/shards-hold-writes.ts'
import { storeBytesAgree } from './rules/store-bytes-agree.ts'
import { storesHaveOwners } from './rules/stores-have-owners.ts'
import { timeoutsWithinObjective } from './rules/timeouts-within-objective.ts'
import { zonesHoldReplicas } from './rules/zones-hold-replicas.ts'

/** The consistency library. */
export const consistencyRules: readonly ConsistencyRule[] = [
  alarmsNameObjectives,
  asyncWhereSpiky,
  availabilityOfSeries,
  blastRadiusAgrees,
  cacheHoldsHotSet,
  componentsOnFlows,
  costAgrees,
  costLinesSum,
  durabilityNeedsCopies,
  failuresNameComponents,
  flowRatesAgree,
  growthNamesBottleneck,
  idempotentRetries,
  latencyOfRun,
  objectivesHaveAlarms,
  partitionKeyServesAccess,
  quorumOverlaps,
  replicationAgrees,
  rollbackSchemaCompatible,
  rpoAgainstBackup,
  rtoAgainstFailover,
  rtoWithinBudget,
  shardsHoldStored,
  shardsHoldWrites,
  storeBytesAgree,
  storesHaveOwners,
  timeoutsWithinObjective,
  zonesHoldReplicas,
]

export const consistencyRule = (id: string): ConsistencyRule | undefined => consistencyRules.find(rule => rule.id === id)
