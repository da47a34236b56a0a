import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { stopwatch } from './send-revision.ts'
import { useClock } from './use-clock.ts'
import { useEnd } from './use-end.ts'
import { useWake } from './use-wake.ts'

const MINUTE = 60_000
const startedAtMs = Date.UTC(2026, 0, 5, 9, 0, 0)
const sitting = {
  mode: 'mock',
  startedAtMs,
  minutes: 60,
  endsAtMs: startedAtMs + 60 * MINUTE,
  serverNowMs: startedAtMs + 10 * MINUTE,
} as const
let wall = 0
let steady = 0

/** Lets time pass in the browser, by both of its clocks and its timers. */
async function pass(ms: number) {
  await act(async () => {
    for (let gone = 0; gone < ms; gone += 500) {
      wall += 500
      steady += 500
      await vi.advanceTimersByTimeAsync(500)
    }
  })
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
  wall = startedAtMs + 10 * MINUTE
  steady = 1_000
  vi.spyOn(Date, 'now').mockImplementation(() => wall)
  vi.spyOn(performance, 'now').mockImplementation(() => steady)
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

describe('useClock', () => {
  it.each([1, -1])('moves with the server when the clock of the computer is set by %i hour', async hours => {
    const { result } = renderHook(() => useClock(sitting))
    await pass(10_000)
    expect(result.current.clock.remainingMs).toBe(50 * MINUTE - 10_000)
    wall += hours * 60 * MINUTE
    await pass(10_000)
    expect(result.current.clock.remainingMs).toBe(50 * MINUTE - 20_000)
    expect(result.current.serverNow()).toBe(sitting.serverNowMs + 20_000)
  })

  it('is right again at the first answer after a sleep in which the steady clock stood', async () => {
    const { result } = renderHook(() => useClock(sitting))
    wall += 55 * MINUTE
    act(() => result.current.onServerTime(sitting.serverNowMs + 55 * MINUTE))
    expect(result.current.clock).toMatchObject({ status: 'expired', remainingMs: 0 })
  })
})

describe('useWake', () => {
  it('stays quiet while the page ticks', async () => {
    const wake = vi.fn()
    renderHook(() => useWake(wake))
    await pass(60_000)
    expect(wake).not.toHaveBeenCalled()
  })

  it.each([
    ['a sleep in which the steady clock stood', 40 * MINUTE, 0],
    ['a sleep in which it went on', 40 * MINUTE, 40 * MINUTE],
    ['a clock that was set back', -60 * MINUTE, 0],
  ])('notices %s', async (_, byWall, bySteady) => {
    const wake = vi.fn()
    renderHook(() => useWake(wake))
    await pass(3_000)
    wall += byWall
    steady += bySteady
    await pass(2_000)
    expect(wake).toHaveBeenCalledTimes(1)
  })

  it('runs when the network is back', () => {
    const wake = vi.fn()
    renderHook(() => useWake(wake))
    window.dispatchEvent(new Event('online'))
    expect(wake).toHaveBeenCalledTimes(1)
  })
})

describe('stopwatch', () => {
  it('does not trust the time in an answer that lay over a sleep', () => {
    const isFresh = stopwatch()
    wall += 1_000
    expect(isFresh()).toBe(true)
    wall += 40 * MINUTE
    expect(isFresh()).toBe(false)
  })
})

describe('useEnd', () => {
  const make = (answers: readonly Awaited<ReturnType<NonNullable<Parameters<typeof useEnd>[0]['read']>>>[]) => {
    const order: string[] = []
    const left = [...answers]
    renderHook(() =>
      useEnd({
        attemptId: 'a',
        ended: true,
        flush: async () => {
          order.push('sent')
          return true
        },
        onServerTime: ms => order.push(`time ${ms}`),
        onHandedIn: () => order.push('handed in'),
        read: async () => left.shift(),
      }),
    )
    return order
  }

  it('sends what is left before it looks, and leaves the page only when the server says that it is over', async () => {
    const order = make([
      undefined,
      { handedIn: false, hidden: false, serverNowMs: 7, head: undefined },
      { handedIn: true, hidden: false, serverNowMs: 8, head: undefined },
    ])
    await pass(1_000)
    expect(order).toEqual(['sent'])
    await pass(2_000)
    expect(order).toEqual(['sent', 'sent', 'time 7'])
    await pass(2_000)
    expect(order).toEqual(['sent', 'sent', 'time 7', 'sent', 'time 8', 'handed in'])
  })
})
