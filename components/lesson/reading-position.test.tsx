import { cleanup, render } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ReadingPosition } from './reading-position.tsx'

const saved: { url: string; body: unknown }[] = []

beforeEach(() => {
  vi.useFakeTimers()
  saved.length = 0
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    saved.push({ url, body: JSON.parse(String(init.body)) })
    return new Response('{}')
  })
  vi.spyOn(document.documentElement, 'scrollHeight', 'get').mockReturnValue(window.innerHeight + 1000)
  window.scrollTo({ top: 0 })
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  window.location.hash = ''
})

const scroll = (top: number) => {
  window.scrollTo({ top })
  window.dispatchEvent(new Event('scroll'))
}

describe('ReadingPosition', () => {
  it('goes back to where the reader stopped', () => {
    render(<ReadingPosition slug="one" position={0.4} />)
    expect(window.scrollY).toBe(400)
  })

  it('stays where the address points to', () => {
    window.location.hash = '#head'
    render(<ReadingPosition slug="one" position={0.4} />)
    expect(window.scrollY).toBe(0)
  })

  it('saves at most every two seconds, and the last position when the page is left', () => {
    const { unmount } = render(<ReadingPosition slug="one" position={0} />)
    scroll(100)
    scroll(250)
    vi.advanceTimersByTime(2000)
    expect(saved).toEqual([{ url: '/api/lessons/one/progress', body: { position: 0.25 } }])
    scroll(600)
    unmount()
    expect(saved.at(-1)?.body).toEqual({ position: 0.6 })
    expect(saved).toHaveLength(2)
  })
})
