import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { type Check, checkSchema } from '#engine/lesson/check.ts'
import { CheckForm } from './check-form.tsx'

afterEach(cleanup)

const check = (fields: object): Check => checkSchema.parse({ id: 'c', ask: 'How many?', why: 'Because of `86,400`.', ...fields })
const feedback = () =>
  screen
    .getAllByRole('status')
    .map(status => status.textContent)
    .join('')

describe('CheckForm', () => {
  it('judges a typed number and explains a known slip', async () => {
    render(
      <CheckForm
        check={check({
          kind: 'number',
          answer: '100M /month',
          unit: '/s',
          slips: [{ answer: '100M /day', why: 'That reads the month as a day.' }],
        })}
      />,
    )
    const input = screen.getByLabelText('Your answer, with its unit')
    fireEvent.change(input, { target: { value: '1157 /s' } })
    fireEvent.click(screen.getByRole('button', { name: 'Check' }))
    await waitFor(() => expect(feedback()).toContain('That reads the month as a day.'))
    expect(input.getAttribute('aria-invalid')).toBe('true')
    fireEvent.change(input, { target: { value: '38.6 /s' } })
    expect(feedback()).toBe('')
    fireEvent.submit(input)
    await waitFor(() => expect(feedback()).toContain('Right: 38.6 /s. Because of 86,400.'))
  })

  it('gives the reason of the chosen option', () => {
    render(
      <CheckForm
        check={check({
          kind: 'choice',
          options: [
            { text: '`301`', why: 'Browsers keep it.' },
            { text: '`302`', right: true, why: 'It comes back.' },
          ],
        })}
      />,
    )
    fireEvent.click(screen.getByRole('button', { name: 'Check' }))
    expect(feedback()).toContain('Choose one first.')
    fireEvent.click(screen.getByLabelText('301'))
    fireEvent.click(screen.getByRole('button', { name: 'Check' }))
    expect(feedback()).toContain('Not that one. Browsers keep it.')
    fireEvent.click(screen.getByLabelText('302'))
    fireEvent.click(screen.getByRole('button', { name: 'Check' }))
    expect(feedback()).toContain('Right. It comes back.')
  })

  it('orders steps by buttons alone, and says where each has gone', () => {
    const steps = ['ask', 'estimate', 'draw']
    render(<CheckForm check={check({ kind: 'order', steps })} />)
    const order = () =>
      within(screen.getByRole('list'))
        .getAllByRole('listitem')
        .map(item => item.querySelector('span')?.textContent)
    fireEvent.click(screen.getByRole('button', { name: 'Check the order' }))
    expect(feedback()).toContain('✗')
    for (const [place, step] of steps.entries()) {
      while (order().indexOf(step) > place) fireEvent.click(screen.getByRole('button', { name: `Move up: ${step}` }))
    }
    expect(feedback()).toMatch(/now \d of 3/)
    fireEvent.click(screen.getByRole('button', { name: 'Check the order' }))
    expect(feedback()).toContain('Right.')
  })
})
