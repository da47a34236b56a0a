/** The events to come, soonest first: a binary heap over typed arrays. Events at one time come out in no certain but a repeatable order. */
export type EventHeap = {
  readonly push: (time: number, kind: number, subject: number) => void
  /** Takes the soonest out; false when there is none. It is then in `time`, `kind` and `subject`. */
  readonly pop: () => boolean
  readonly time: () => number
  readonly kind: () => number
  readonly subject: () => number
}

export function makeEventHeap(): EventHeap {
  let times = new Float64Array(1024)
  let codes = new Float64Array(1024)
  let size = 0
  let time = 0
  let code = 0

  const grow = () => {
    const moreTimes = new Float64Array(times.length * 2)
    const moreCodes = new Float64Array(times.length * 2)
    moreTimes.set(times)
    moreCodes.set(codes)
    times = moreTimes
    codes = moreCodes
  }

  const push = (at: number, kind: number, subject: number) => {
    if (size === times.length) grow()
    const own = subject * 8 + kind
    let i = size++
    while (i > 0) {
      const above = (i - 1) >> 1
      const other = times[above] ?? 0
      if (other <= at) break
      times[i] = other
      codes[i] = codes[above] ?? 0
      i = above
    }
    times[i] = at
    codes[i] = own
  }

  const pop = () => {
    if (size === 0) return false
    time = times[0] ?? 0
    code = codes[0] ?? 0
    size--
    const at = times[size] ?? 0
    const own = codes[size] ?? 0
    let i = 0
    for (let child = 1; child < size; child = 2 * i + 1) {
      const right = child + 1
      if (right < size && (times[right] ?? 0) < (times[child] ?? 0)) child = right
      const below = times[child] ?? 0
      if (below >= at) break
      times[i] = below
      codes[i] = codes[child] ?? 0
      i = child
    }
    times[i] = at
    codes[i] = own
    return true
  }

  return { push, pop, time: () => time, kind: () => code % 8, subject: () => Math.floor(code / 8) }
}
