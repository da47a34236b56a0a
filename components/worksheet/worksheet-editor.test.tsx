import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { INFORMATION } from '#engine/quantity/dimension.ts'
import { quantity } from '#engine/quantity/quantity.ts'
import { WorksheetEditor } from './worksheet-editor.tsx'
import { WorksheetEmbed } from './worksheet-embed.tsx'

const SHEET = 'urls = 100M /month\nurls * 500 B\nurls + 500 B'

/** An observer that never reports: the editor stays far from the window, so the plain text area stands. */
class FarObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}

beforeEach(() => vi.stubGlobal('IntersectionObserver', FarObserver))
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const answers = () =>
  within(screen.getByRole('list', { name: /^Answers/ }))
    .queryAllByRole('listitem')
    .map(item => item.textContent)

describe('the plain worksheet', () => {
  it('is a labelled text area with each answer in a list', () => {
    render(<WorksheetEditor value={SHEET} label="Estimate" />)
    expect(screen.getByRole('textbox', { name: 'Estimate' })).toHaveProperty('value', SHEET)
    expect(answers()).toEqual(['Line 1, urls: 38.6 /s', 'Line 2: 19.3 KB/s'])
  })

  it('says what is wrong in a live list and goes there', () => {
    render(<WorksheetEditor value={SHEET} label="Estimate" />)
    const problems = screen.getByRole('list', { name: 'Problems in the worksheet' })
    expect(problems.getAttribute('aria-live')).toBe('polite')
    expect(problems.textContent).toContain('Line 3: urls is 1/s, 500 B is bytes: these cannot be added.')
    fireEvent.click(within(problems).getByRole('button'))
    const area = screen.getByRole<HTMLTextAreaElement>('textbox')
    expect(document.activeElement).toBe(area)
    expect(area.selectionStart).toBe(SHEET.lastIndexOf('urls'))
  })

  it('tells its owner of each change and shows the new answer', () => {
    function Owner() {
      const [value, setValue] = useState('1 + 1')
      return <WorksheetEditor value={value} onChange={setValue} label="Estimate" />
    }
    render(<Owner />)
    fireEvent.change(screen.getByRole('textbox'), { target: { value: 'x = 3 * 4' } })
    expect(answers()).toEqual(['Line 1, x: 12'])
  })

  it('waits for a pause before it calls a line wrong', async () => {
    const { rerender } = render(<WorksheetEditor value="1 + 1" label="Estimate" />)
    rerender(<WorksheetEditor value="1 +" label="Estimate" />)
    expect(screen.queryByText(/a value is missing/i)).toBeNull()
    expect(await screen.findByText(/a value is missing/i, {}, { timeout: 2000 })).toBeTruthy()
  })

  it('knows the given names', () => {
    render(<WorksheetEditor value="record * 2" label="Estimate" given={{ record: quantity(500, INFORMATION) }} />)
    expect(answers()).toEqual(['Line 1: 1 KB'])
  })
})

describe('the loaded worksheet', () => {
  beforeEach(() => vi.stubGlobal('IntersectionObserver', undefined))

  it('takes the place of the text area with the same label, text and answers', async () => {
    render(<WorksheetEditor value={SHEET} label="Estimate" />)
    await waitFor(() => expect(document.querySelector('.cm-content')).toBeTruthy(), { timeout: 5000 })
    const box = screen.getByRole('textbox', { name: 'Estimate' })
    expect(box.tagName).toBe('DIV')
    expect([...document.querySelectorAll('.ws-answer')].map(e => e.textContent)).toEqual(['38.6 /s', '19.3 KB/s'])
    expect(document.querySelector('textarea')).toBeNull()
    expect(answers()).toHaveLength(2)
  })

  it('follows its owner', async () => {
    const { rerender } = render(<WorksheetEditor value="1 + 1" label="Estimate" />)
    await waitFor(() => expect(document.querySelector('.ws-answer')?.textContent).toBe('2'), { timeout: 5000 })
    rerender(<WorksheetEditor value="2 + 3" label="Estimate" />)
    expect(document.querySelector('.ws-answer')?.textContent).toBe('5')
    rerender(<WorksheetEditor value="2 + 3" label="Estimate" readOnly />)
    expect(document.querySelector('.cm-content')?.getAttribute('contenteditable')).toBe('false')
  })
})

describe('the embedded worksheet', () => {
  const words = () => document.querySelector('p')?.textContent

  it('says the result in words and puts the sheet back as it was', () => {
    render(<WorksheetEmbed source={'x = 25..35\ny = x * 2'} />)
    expect(words()).toBe('y is about 59.2; four cases out of five lie between 50 and 70.')
    const reset = screen.getByRole<HTMLButtonElement>('button', { name: 'Put it back as it was' })
    expect(reset.disabled).toBe(true)
    const area = screen.getByRole<HTMLTextAreaElement>('textbox')
    fireEvent.change(area, { target: { value: 'y = 7' } })
    expect(words()).toBe('y is 7.')
    fireEvent.click(reset)
    expect(area.value).toBe('x = 25..35\ny = x * 2')
  })

  it('counts the lines that are wrong', () => {
    render(<WorksheetEmbed source={'x = 2\ny = x +\nz = q'} />)
    expect(words()).toBe('x is 2. 2 lines have an error.')
  })
})
