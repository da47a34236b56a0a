import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { CurveballNotice } from './curveball-notice.tsx'

afterEach(cleanup)

const first = { id: 'probe:1', text: 'How big is this?', minute: 12 }
const second = { id: 'nemesis:db', text: 'Your db is gone.', minute: 42 }
const shown = () => screen.queryByRole('status')?.textContent ?? ''

describe('CurveballNotice', () => {
  it('tells the newest at once, also while an older one still stands there', () => {
    const { rerender } = render(<CurveballNotice curveballs={[first]} />)
    expect(shown()).toContain('at minute 12How big is this?')
    rerender(<CurveballNotice curveballs={[first, second]} />)
    expect(shown()).toContain('at minute 42Your db is gone.')
  })

  it('goes back to what was not read yet, then is silent', () => {
    render(<CurveballNotice curveballs={[first, second]} />)
    fireEvent.click(screen.getByRole('button', { name: 'Next (1 more)' }))
    expect(shown()).toContain('How big is this?')
    fireEvent.click(screen.getByRole('button', { name: 'Put aside' }))
    expect(shown()).toBe('')
  })
})
