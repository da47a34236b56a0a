/**
 * How long a day, a month and a year are taken to be, in seconds. Nobody divides by 2,629,746 on a whiteboard: the
 * product computes with 30-day months and 365-day years and accepts the other conventions by name.
 */
export type Conventions = {
  readonly day: number
  readonly month: number
  readonly year: number
}

export type ConventionName = keyof Conventions

/** Sets some of the lengths; a month stays 30 days and a year 365 days where only the day is given. */
export function makeConventions(lengths: Partial<Conventions> = {}): Conventions {
  const day = lengths.day ?? 86_400
  return { day, month: lengths.month ?? 30 * day, year: lengths.year ?? 365 * day }
}

export const CALENDAR: Conventions = makeConventions()

export type NamedConvention = {
  readonly id: string
  readonly title: string
  readonly conventions: Conventions
}

/** The conventions under which a stated answer is right as well. The first is the one we compute with. */
export const namedConventions: readonly NamedConvention[] = [
  { id: 'calendar', title: '30-day months and 365-day years', conventions: CALENDAR },
  { id: 'ten-to-the-five', title: '10^5 seconds a day', conventions: makeConventions({ day: 100_000 }) },
  {
    id: 'month-of-2.5M-seconds',
    title: '2.5 million seconds a month',
    conventions: makeConventions({ month: 2_500_000, year: 12 * 2_500_000 }),
  },
  { id: 'twelve-months', title: 'twelve 30-day months a year', conventions: makeConventions({ year: 360 * 86_400 }) },
]
