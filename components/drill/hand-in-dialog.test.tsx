import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { emptySubmission } from '#engine/design/submission.ts'
import { HandInDialog } from './hand-in-dialog.tsx'

const refresh = vi.fn()
vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh }) }))

afterEach(() => {
  cleanup()
  refresh.mockReset()
  vi.unstubAllGlobals()
})

/** The dialog, and what it asks of the server. `answers` are the statuses of its hand-ins; `saves` says what each try to save gives. */
function open(saves: readonly boolean[], answers: readonly number[]) {
  const sent: unknown[] = []
  const left = { saves: [...saves], answers: [...answers] }
  vi.stubGlobal('fetch', async (_: string, { body }: { body: string }) => {
    sent.push(JSON.parse(body))
    return new Response('{}', { status: left.answers.shift() ?? 500 })
  })
  render(
    <HandInDialog
      open
      onOpenChange={() => {}}
      attemptId="a"
      mode="drill"
      change={() => {}}
      submission={emptySubmission}
      remainingMs={null}
      flush={async () => left.saves.shift() ?? true}
      headId={() => 'the-head'}
    />,
  )
  const click = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
  return { sent, click }
}

describe('HandInDialog', () => {
  it('hands in the revision that the page stands on', async () => {
    const { sent, click } = open([true], [200])
    click('Hand in and see the score')
    await vi.waitFor(() => expect(refresh).toHaveBeenCalledTimes(1))
    expect(sent).toEqual([{ revisionId: 'the-head' }])
  })

  it('does not hand in without the last change unless that is chosen', async () => {
    const { sent, click } = open([false, false], [200])
    click('Hand in and see the score')
    await screen.findByText('Your last change is not saved')
    expect(sent).toEqual([])
    click('Hand in what was saved')
    await vi.waitFor(() => expect(refresh).toHaveBeenCalledTimes(1))
    expect(sent).toEqual([{ revisionId: 'the-head' }])
  })

  it('says so when another window has gone on, and when the server is gone', async () => {
    const { click } = open([], [409, 503])
    click('Hand in and see the score')
    await screen.findByText('This design was changed in another window')
    click('Hand in and see the score')
    await screen.findByText('It could not be handed in')
    expect(refresh).not.toHaveBeenCalled()
  })
})
