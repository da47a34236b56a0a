import type { Drill } from '../drill/drill.ts'
import type { GenericCurveball } from '../rubric/generic-curveball.ts'
import { seedOf } from '../rubric/seed.ts'

/** Shares of the drill's minutes at which one comes; the second in long sittings only. */
const MOMENTS = [0.3, 0.545] as const
/** From this length on there are two, in minutes. */
const LONG = 75

/** A generic curveball with the minute at which it comes, before any extra time. */
export type TimedCurveball = GenericCurveball & { readonly minute: number }

/**
 * What a mock throws in beside the drill's own curveballs: one, or two in a long sitting, about something that the drill does not bring up itself.
 * The same drill and seed always give the same ones. `seed` is any text that belongs to the attempt.
 */
export function chooseGeneric(
  generic: readonly GenericCurveball[],
  drill: Pick<Drill, 'minutes' | 'curveballs'>,
  seed: string,
): readonly TimedCurveball[] {
  const own = new Set<string>(drill.curveballs.map(({ aspect }) => aspect))
  const rank = ({ id }: GenericCurveball) => seedOf(`${seed}/${id}`)
  const fresh = generic.filter(({ aspect }) => aspect === 'other' || !own.has(aspect))
  const moments = MOMENTS.slice(0, drill.minutes >= LONG ? 2 : 1)
  return [...(fresh.length > 0 ? fresh : generic)]
    .sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1))
    .slice(0, moments.length)
    .map((curveball, index) => ({ ...curveball, minute: Math.round(drill.minutes * (moments[index] ?? 0)) }))
}
