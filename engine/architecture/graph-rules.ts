import type { DesignView, GraphFinding, GraphRule } from './graph-rule.ts'
import { cacheWithoutSource } from './rules/cache-without-source.ts'
import { callIntoConsumer } from './rules/call-into-consumer.ts'
import { crossRegionSync } from './rules/cross-region-sync.ts'
import { flowEndsNowhere } from './rules/flow-ends-nowhere.ts'
import { retryWithoutKey } from './rules/retry-without-key.ts'
import { singlePoint } from './rules/single-point.ts'
import { syncCycle } from './rules/sync-cycle.ts'
import { timeoutsAddUp } from './rules/timeouts-add-up.ts'
import { twoOwners } from './rules/two-owners.ts'
import { unreachable } from './rules/unreachable.ts'

export const graphRules: readonly GraphRule[] = [
  cacheWithoutSource,
  callIntoConsumer,
  crossRegionSync,
  flowEndsNowhere,
  retryWithoutKey,
  singlePoint,
  syncCycle,
  timeoutsAddUp,
  twoOwners,
  unreachable,
]

/** Every fault of a drawn design, rule by rule. */
export const checkGraph = (view: DesignView): readonly GraphFinding[] =>
  graphRules.flatMap(rule => rule.check(view).map(finding => ({ rule: rule.id, ...finding })))
