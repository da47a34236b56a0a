import { z } from 'zod'
import { type Level, levels } from '#engine/drill/drill.ts'
import { type Mode, modes } from '#engine/interview/clock.ts'
import type { Attempt } from '#generated/sqlite/client.ts'

export type SittingView = {
  readonly id: string
  readonly drillSlug: string
  readonly mode: Mode
  readonly level: Level
  readonly minutes: number
  readonly extraTimePercent: number
  readonly startedAtMs: number
  readonly endsAtMs: number | null
  readonly handedInAtMs: number | null
  readonly handedInBy: 'candidate' | 'clock' | null
}

const mode = z.enum(modes)
const level = z.enum(levels)

/** The columns that say which sitting this is, checked. */
export const sittingOf = (row: Attempt): SittingView => ({
  id: row.id,
  drillSlug: row.drillSlug,
  mode: mode.parse(row.mode),
  level: level.parse(row.level),
  minutes: row.minutes,
  extraTimePercent: row.extraTimePercent,
  startedAtMs: row.startedAt.getTime(),
  endsAtMs: row.endsAt?.getTime() ?? null,
  handedInAtMs: row.handedInAt?.getTime() ?? null,
  handedInBy: row.handedInAt === null ? null : row.handedInBy === 'clock' ? 'clock' : 'candidate',
})
