import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Notice } from '../ui/notice.tsx'
import { filled, parts } from './parts.ts'
import type { PanelProps } from './workspace-types.ts'

/** Asks once more, naming what is still empty, then hands in. If the server cannot be reached the draft stays and it can be tried again. */
export function HandInDialog({
  open,
  onOpenChange,
  attemptId,
  submission,
  remainingMs,
  flush,
}: {
  open: boolean
  onOpenChange: (open: boolean) => void
  attemptId: string
  submission: PanelProps['submission']
  remainingMs: number | null
  flush: () => Promise<unknown>
}) {
  const router = useRouter()
  const [handing, setHanding] = useState<'no' | 'yes' | 'failed'>('no')
  const empty = parts.filter(p => filled(submission, p.id) === 0)

  const handIn = async () => {
    setHanding('yes')
    await flush()
    try {
      const response = await fetch(`/api/attempts/${attemptId}/hand-in`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({}),
      })
      if (!response.ok) throw new Error(String(response.status))
      router.refresh()
    } catch {
      setHanding('failed')
    }
  }

  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Hand in this design?">
      <p className="text-sm text-quiet">
        It is scored at once and can no longer be edited.{' '}
        {remainingMs !== null && remainingMs > 60_000 ? `There are ${Math.floor(remainingMs / 60_000)} minutes left.` : ''}
      </p>
      {empty.length > 0 ? <p className="mt-2 text-sm">Still empty: {empty.map(p => p.title).join(', ')}.</p> : null}
      {handing === 'failed' ? (
        <Notice tone="bad" className="mt-3" title="It could not be handed in">
          The server cannot be reached. Your draft is kept in this browser; try again.
        </Notice>
      ) : null}
      <div className="mt-4 flex justify-end gap-2">
        <Button onClick={() => onOpenChange(false)}>Keep working</Button>
        <Button variant="primary" disabled={handing === 'yes'} onClick={handIn}>
          {handing === 'yes' ? 'Handing in…' : 'Hand in and see the score'}
        </Button>
      </div>
    </Dialog>
  )
}
