/** The wall clock of a time zone at a moment, as `YYYY-MM-DD` and `HH:MM`. Throws a RangeError for a zone that does not exist. */
export function wallClock(ms: number, timeZone: string): { readonly date: string; readonly time: string } {
  const fields = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const
  const parts = new Intl.DateTimeFormat('en-GB', { ...fields, hourCycle: 'h23', timeZone }).formatToParts(ms)
  const of = (type: string) => parts.find(part => part.type === type)?.value ?? ''
  return { date: `${of('year').padStart(4, '0')}-${of('month')}-${of('day')}`, time: `${of('hour')}:${of('minute')}` }
}

/**
 * The moment, in ms since the epoch, at which a time zone's wall clock shows a date and a time; NaN when they are none. A time that the clock skips
 * in spring is moved forward by what it skips; one that it shows twice in autumn is the first.
 */
export function fromWallClock(date: string, time: string, timeZone: string): number {
  const asUtc = Date.parse(`${date}T${time}:00Z`)
  if (Number.isNaN(asUtc)) return Number.NaN
  const offsetAt = (ms: number) => {
    const wall = wallClock(ms, timeZone)
    return Date.parse(`${wall.date}T${wall.time}:00Z`) - Math.floor(ms / 60_000) * 60_000
  }
  // No zone changes its offset twice within two days: one of the offsets around that moment is the one in force.
  const dayMs = 86_400_000
  const before = asUtc - offsetAt(asUtc - dayMs)
  const after = asUtc - offsetAt(asUtc + dayMs)
  const shows = (ms: number) => ms + offsetAt(ms) === asUtc
  return shows(before) || !shows(after) ? before : after
}
