import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { kinds } from '#tests/factories/simulated-design.ts'
import { MoreSettings } from './more-settings.tsx'

afterEach(cleanup)

const show = (kind: string, settings: Record<string, string> = {}, asked: readonly string[] = []) => {
  const onSetting = vi.fn()
  const item = { id: 'a', name: '', kind, capacity: '', serviceTime: '', because: '', settings }
  render(<MoreSettings item={item} kind={kinds.find(k => k.id === kind)} asked={new Set(asked)} onSetting={onSetting} />)
  return onSetting
}
const choices = () => [...screen.getByLabelText('More of it').querySelectorAll('option')].map(o => o.textContent)

describe('MoreSettings', () => {
  it('asks only for what the kind can have', () => {
    show('service')
    expect(choices()).toEqual(expect.arrayContaining(['Scale out at', 'Breaker opens at', 'Start time']))
    expect(choices()).not.toContain('Failover time')
    expect([...screen.getByLabelText('Bought').querySelectorAll('option')].map(o => o.value)).toEqual([
      '',
      'on-demand',
      'reserved',
      'spot',
    ])
    cleanup()
    show('relational')
    expect(choices()).toContain('Failover time')
    expect(screen.getByLabelText('Bought').textContent).not.toContain('spot')
  })

  it('opens a field with the usual figure as its hint, and writes what is typed', () => {
    const onSetting = show('relational')
    fireEvent.change(screen.getByLabelText('More of it'), { target: { value: 'failover' } })
    const field = screen.getByLabelText('Failover time')
    expect(field.getAttribute('placeholder')).toBe('60 s')
    fireEvent.change(field, { target: { value: '30 s' } })
    expect(onSetting).toHaveBeenCalledWith('failover', '30 s')
    expect(choices()).not.toContain('Failover time')
  })

  it('shows what is set already, and nothing of an unknown kind', () => {
    show('service', { scaleAt: '70%' })
    expect(screen.getByLabelText<HTMLInputElement>('Scale out at').value).toBe('70%')
    cleanup()
    show('nothing')
    expect(screen.queryByLabelText('More of it')).toBeNull()
  })
})
