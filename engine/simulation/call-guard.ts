import type { BreakerOptions, CallPolicy } from './model.ts'

/** Pieces into which the window of a breaker is cut: it slides by one of them at a time. */
const PIECES = 10

/** Retries that an idle caller has saved up at most, so that a quiet hour does not pay for a storm. */
const SAVED = 10

export type Breaker = {
  /** Whether a call may be made now, in seconds. The one trial of a half-open breaker is admitted, and no other until it is over. */
  readonly admits: (now: number) => boolean
  /** The number of the call that was admitted last. */
  readonly sent: (call: number) => void
  readonly record: (call: number, good: boolean, now: number) => void
}

/**
 * A circuit breaker: closed, open for a time, half-open with a single trial that closes or opens it. Source: Nygard, Release It!
 * (Pragmatic 2007), chapter 5; the sliding window of counts is that of Netflix Hystrix.
 */
export function makeBreaker({ errors, window, open, calls }: BreakerOptions): Breaker {
  const good = new Float64Array(PIECES)
  const bad = new Float64Array(PIECES)
  let piece = 0
  let openedAt = Number.NEGATIVE_INFINITY
  let closed = true
  /** -1: none is under way; -2: it is being made. */
  let trial = -1

  const forget = () => {
    good.fill(0)
    bad.fill(0)
  }
  const slide = (now: number) => {
    const current = Math.floor((now * PIECES) / window)
    if (current - piece >= PIECES) forget()
    else
      for (let p = piece + 1; p <= current; p++) {
        good[p % PIECES] = 0
        bad[p % PIECES] = 0
      }
    piece = current
  }
  const trip = (now: number) => {
    closed = false
    openedAt = now
    trial = -1
  }

  return {
    admits: now => {
      if (closed) return true
      if (now < openedAt + open || trial !== -1) return false
      trial = -2
      return true
    },
    sent: call => {
      if (trial === -2) trial = call
    },
    record: (call, wentWell, now) => {
      if (!closed) {
        // Calls that were made before it opened say nothing about now.
        if (call !== trial) return
        if (!wentWell) return trip(now)
        closed = true
        trial = -1
        piece = Math.floor((now * PIECES) / window)
        return forget()
      }
      slide(now)
      const counts = wentWell ? good : bad
      counts[piece % PIECES] = (counts[piece % PIECES] ?? 0) + 1
      if (wentWell) return
      const failed = bad.reduce((sum, n) => sum + n, 0)
      const all = failed + good.reduce((sum, n) => sum + n, 0)
      if (all >= calls && failed >= errors * all) trip(now)
    },
  }
}

/** What stands between a caller and the calls of one of its links. */
export type Guard = {
  readonly breaker: Breaker | null
  /** A first call was made: it pays for a share of a retry. */
  readonly first: () => void
  /** Whether the budget has a retry left; it is taken. */
  readonly mayRetry: () => boolean
  /** Seconds to wait before retry number `tried` (from 1); `u` is drawn from [0, 1). */
  readonly delay: (tried: number, u: number) => number
  readonly waits: boolean
}

/**
 * Retry budget as a bucket of tokens (Google SRE book, chapter 21; Finagle's RetryBudget); exponential backoff with full jitter
 * (Brooker, Exponential Backoff and Jitter, AWS Architecture Blog 2015).
 */
export function makeGuard({ backoff, budget, breaker }: CallPolicy): Guard {
  let tokens = SAVED
  return {
    breaker: breaker && makeBreaker(breaker),
    first: () => {
      if (budget !== null) tokens = Math.min(SAVED, tokens + budget)
    },
    mayRetry: () => {
      if (budget === null) return true
      if (tokens < 1) return false
      tokens--
      return true
    },
    delay: (tried, u) => u * backoff * 2 ** (tried - 1),
    waits: backoff > 0,
  }
}
