/** The parts of a date in words, joined by ourselves: whether a comma stands between them differs between the server and a browser. */
function writer(options: Intl.DateTimeFormatOptions) {
  const format = new Intl.DateTimeFormat('en-GB', options)
  return (ms: number) =>
    format
      .formatToParts(ms)
      .flatMap(({ type, value }) => (type === 'literal' ? [] : [value]))
      .join(' ')
}

/** How a day writes its times: in one time zone, with the date only where it is another than that of the start. NaN is no time: it throws. */
export function dayTimes(timeZone: string, startsAtMs: number) {
  const date = writer({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone })
  const short = writer({ weekday: 'short', day: 'numeric', month: 'short', timeZone })
  const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone })
  const first = short(startsAtMs)
  return {
    date: date(startsAtMs),
    time: (ms: number) => (short(ms) === first ? time.format(ms) : `${short(ms)}, ${time.format(ms)}`),
    /** From one time to another; the date is not said twice. */
    range: (fromMs: number, untilMs: number) => {
      const from = short(fromMs) === first ? time.format(fromMs) : `${short(fromMs)}, ${time.format(fromMs)}`
      const same = short(untilMs) === short(fromMs)
      return `${from}–${same ? time.format(untilMs) : `${short(untilMs)}, ${time.format(untilMs)}`}`
    },
  }
}

/** A length in words: "45 min", "2 h", "4 h 10 min". Never negative. */
export function lengthInWords(ms: number): string {
  const minutes = Math.max(0, Math.round(ms / 60_000))
  const hours = Math.floor(minutes / 60)
  if (hours === 0) return `${minutes} min`
  return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`
}
