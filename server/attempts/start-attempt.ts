import { z } from 'zod'
import { drillSchema, levels } from '#engine/drill/drill.ts'
import { endsAt, modes } from '#engine/interview/clock.ts'
import { isUniqueViolation } from '../db/client.ts'
import { newId } from '../id.ts'
import { type AttemptDeps, readPinned } from './deps.ts'
import { expireAttempt } from './hand-in.ts'
import { type Refusal, refuse } from './refusal.ts'

export const startInput = z.strictObject({
  drillSlug: z.string().max(100).describe('Which drill'),
  mode: z.enum(modes, 'must be practice, drill or mock').describe('practice has no clock'),
  level: z.enum(levels, 'must be L6 or L7').describe('The bar that the candidate aims at'),
  minutes: z
    .number()
    .int('must be a whole number of minutes')
    .min(5, 'must be at least 5 minutes')
    .max(240, 'must be at most 240 minutes')
    .optional()
    .describe("Instead of the drill's own length"),
})
export type StartInput = z.infer<typeof startInput>

export type Started = { readonly ok: true; readonly attemptId: string; readonly resumed: boolean }

/**
 * Starts a sitting: pins the compiled drill and sets the clock, with the person's extra time. There is one open attempt per person and drill; a
 * second start (a double click, another tab) answers that one with `resumed: true`.
 */
export async function startAttempt(deps: AttemptDeps, userId: string, input: StartInput): Promise<Started | Refusal> {
  const found = await deps.findDrill(input.drillSlug)
  if (!found)
    return refuse(
      404,
      'unknown-drill',
      `There is no drill "${input.drillSlug.slice(0, 100)}". Choose one from the list of drills.`,
    )
  const openKey = `${userId}:${input.drillSlug}`
  const open = await deps.db.attempt.findFirst({ where: { openKey, userId }, select: { id: true } })
  // One whose time is over is handed in first, and makes room for the new one.
  if (open && !(await expireAttempt(deps, open.id))) return { ok: true, attemptId: open.id, resumed: true }

  const { drill } = readPinned(found.canonicalJson)
  const checked = drillSchema
    .pick({ minutes: true, practiceOnly: true })
    .parse({ minutes: drill.minutes, practiceOnly: drill.practiceOnly })
  const user = await deps.db.user.findUniqueOrThrow({ where: { id: userId }, select: { extraTimePercent: true } })
  const startedAtMs = deps.now()
  const sitting = {
    mode: checked.practiceOnly ? ('practice' as const) : input.mode,
    minutes: input.minutes ?? checked.minutes,
    extraTimePercent: user.extraTimePercent,
  }
  const endsAtMs = endsAt({ ...sitting, startedAtMs })
  const id = newId()
  try {
    await pin(deps, found)
    await deps.db.attempt.create({
      data: {
        id,
        userId,
        drillSlug: input.drillSlug,
        level: input.level,
        ...sitting,
        pinnedHash: found.hash,
        startedAt: new Date(startedAtMs),
        endsAt: endsAtMs === null ? null : new Date(endsAtMs),
        openKey,
      },
    })
    return { ok: true, attemptId: id, resumed: false }
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    const first = await deps.db.attempt.findFirst({ where: { openKey, userId }, select: { id: true } })
    if (!first) throw error
    return { ok: true, attemptId: first.id, resumed: true }
  }
}

async function pin(deps: AttemptDeps, { hash, canonicalJson }: { hash: string; canonicalJson: string }): Promise<void> {
  if (await deps.db.pinnedDrill.findUnique({ where: { hash }, select: { hash: true } })) return
  try {
    await deps.db.pinnedDrill.create({ data: { hash, json: canonicalJson } })
  } catch (error) {
    // Another attempt pinned the same drill at the same moment.
    if (!isUniqueViolation(error)) throw error
  }
}
