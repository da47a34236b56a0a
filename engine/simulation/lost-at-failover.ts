import type { Model, Replication } from './model.ts'
import { solve } from './solve.ts'

export type FailoverOptions = {
  readonly load?: number
  /** Writes a second of the whole store at a load of 1, instead of those that the design states. */
  readonly writeRate?: number
}

export type FailoverLoss = {
  readonly mode: Replication['mode']
  /** Writes a second of one shard, and what one of its replicas can apply; null without a limit. */
  readonly writeRate: number
  readonly applyRate: number | null
  /** Seconds from a write to its being applied by a replica; null when it grows without end. */
  readonly lag: number | null
  /** Seconds by which the lag grows in each second; 0 where it is steady. */
  readonly lagGrowth: number
  /** Seconds of writes that are gone when the primary of a shard is lost: expected; null without a bound. */
  readonly rpo: number | null
  /** What is expected to be gone when one shard fails over: records and bytes; null without a bound or where no size is stated. */
  readonly records: number | null
  readonly bytes: number | null
  /** In a sentence, why. */
  readonly because: string
}

export type FailoverResult =
  | ({ readonly ok: true } & FailoverLoss)
  | { readonly ok: false; readonly message: string; readonly mend: string }

/**
 * What is lost when a store fails over to a replica. Asynchronous: what is written and not yet applied, `write rate x lag` (Little's law),
 * with the lag of M/M/1, `delay + 1 / (apply rate - write rate)`, each shard by itself. Synchronous, semi-synchronous and quorum writes
 * are on another machine before they are answered: nothing. Without replication: what came since the last backup, its interval at worst.
 */
export function lostAtFailover(model: Model, component: string, options: FailoverOptions = {}): FailoverResult {
  const { load = 1 } = options
  const part = model.parts[component]
  const refuse = (message: string, mend: string) => ({ ok: false, message, mend }) as const
  if (!part)
    return refuse(`there is no component "${component}" in the design.`, `Name one of: ${Object.keys(model.parts).join(', ')}.`)
  const { replication } = part
  if (!replication) return refuse(`how ${component} is replicated is not known.`, `State the replication of its data.`)
  const stated = options.writeRate ?? replication.writeRate
  const calls = solve(model, load, []).components[component]?.arrivalRate ?? 0
  const shards = Math.max(1, part.shards) * part.cells
  const writeRate = (stated === undefined ? calls : stated * load) / shards
  const { mode, delay, applyRate, backupInterval } = replication
  const common = { ok: true, mode, writeRate, applyRate: applyRate ?? null } as const
  const lose = (rpo: number | null, lag: number | null, lagGrowth: number, because: string): FailoverResult => {
    const records = rpo === null ? null : writeRate * rpo
    const bytes = records === null || !(part.recordBytes > 0) ? null : records * part.recordBytes
    return { ...common, lag, lagGrowth, rpo, records, bytes: records === 0 ? 0 : bytes, because }
  }
  const counted = stated === undefined ? ' Its writes are not stated; every call is taken for one.' : ''

  if (mode === 'none' || part.copies < 2) {
    return backupInterval === undefined
      ? lose(null, null, 0, `There is no replica and no backup: everything is lost.${counted}`)
      : lose(
          backupInterval,
          null,
          0,
          `There is no replica: what came since the last backup is lost, all of its interval at worst.${counted}`,
        )
  }
  const spare = applyRate === undefined ? Number.POSITIVE_INFINITY : applyRate - writeRate
  const lag = spare > 0 ? delay + 1 / spare : null
  const lagGrowth = lag === null && writeRate > 0 ? Math.max(0, 1 - (applyRate ?? 0) / writeRate) : 0
  if (mode !== 'asynchronous') {
    return lose(0, lag, lagGrowth, `A write is on another machine before it is answered (${mode}): nothing is lost.`)
  }
  if (lag === null)
    return lose(null, null, lagGrowth, `Replicas apply less than is written: the lag grows without end.${counted}`)
  return lose(lag, lag, 0, `What was written within the lag has not been applied.${counted}`)
}
