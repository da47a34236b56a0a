import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Notice } from '../ui/notice.tsx'
import { filled, parts } from './parts.ts'
import type { PanelProps } from './workspace-types.ts'

const loads = [
  ['at10x', '10x'],
  ['at100x', '100x'],
] as const
type Load = (typeof loads)[number][0]

type State = 'no' | 'yes' | 'failed' | 'unsaved' | 'elsewhere'

/**
 * Asks once more, naming what is still empty and, in a mock, asking what breaks first where that was not said. Then it hands in the revision that this
 * page stands on: never without what was written last unless that is chosen, and never what another window wrote since. If the server cannot be reached
 * the draft stays and it can be tried again.
 */
export function HandInDialog({
  open,
  onOpenChange,
  attemptId,
  mode,
  submission,
  change,
  remainingMs,
  flush,
  headId,
}: {
  open: boolean
  onOpenChange: (open: boolean) => void
  attemptId: string
  mode: PanelProps['mode']
  submission: PanelProps['submission']
  change: PanelProps['change']
  remainingMs: number | null
  /** Sends what is unsent; true when the server has everything. */
  flush: () => Promise<boolean>
  headId: () => string | null
}) {
  const router = useRouter()
  const [handing, setHanding] = useState<State>('no')
  const { components } = submission.architecture
  // Asked once the dialog opens, and not gone when the first of the two has been answered.
  const [asked, setAsked] = useState<readonly Load[]>([])
  const [unknown, setUnknown] = useState<readonly Load[]>([])
  const latest = useRef(submission)
  latest.current = submission
  useEffect(() => {
    if (!open) return
    const { architecture, predictions } = latest.current
    const asks = mode === 'mock' && architecture.components.length > 0
    setAsked(asks ? loads.flatMap(([load]) => (predictions[load].component === '' ? [load] : [])) : [])
    setUnknown([])
  }, [open, mode])
  const unsaid = asked.filter(load => submission.predictions[load].component === '' && !unknown.includes(load))
  const empty = parts.filter(p => filled(submission, p.id) === 0 && !(p.id === 'predictions' && asked.length > 0))
  const say = (load: Load, chosen: string) => {
    const component = chosen === '?' ? '' : chosen
    setUnknown(now => (chosen === '?' ? [...now, load] : now.filter(l => l !== load)))
    change(s => ({ ...s, predictions: { ...s.predictions, [load]: { ...s.predictions[load], component } } }))
  }

  const handIn = async () => {
    const without = handing === 'unsaved'
    setHanding('yes')
    if (!(await flush()) && !without) {
      setHanding('unsaved')
      return
    }
    try {
      const response = await fetch(`/api/attempts/${attemptId}/hand-in`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ revisionId: headId() }),
      })
      if (response.status === 409) {
        setHanding('elsewhere')
        return
      }
      if (!response.ok) throw new Error(String(response.status))
      router.refresh()
    } catch {
      setHanding('failed')
    }
  }

  return (
    <Dialog
      open={open}
      onOpenChange={next => {
        setHanding('no')
        onOpenChange(next)
      }}
      title="Hand in this design?"
    >
      <p className="text-sm text-quiet">
        It is scored at once and can no longer be edited.{' '}
        {remainingMs !== null && remainingMs > 60_000 ? `There are ${Math.floor(remainingMs / 60_000)} minutes left.` : ''}
      </p>
      {empty.length > 0 ? <p className="mt-2 text-sm">Still empty: {empty.map(p => p.title).join(', ')}.</p> : null}
      {asked.length > 0 ? (
        <fieldset className="mt-4">
          <legend className="text-sm font-medium">Before you see it run: what breaks first?</legend>
          <div className="mt-1.5 grid gap-3 sm:grid-cols-2">
            {loads
              .filter(([load]) => asked.includes(load))
              .map(([load, times]) => (
                <label key={load} className="text-sm">
                  At {times} the load
                  <select
                    className="field mt-0.5 w-full"
                    value={unknown.includes(load) ? '?' : submission.predictions[load].component}
                    onChange={e => say(load, e.target.value)}
                  >
                    <option value="" disabled>
                      Choose
                    </option>
                    {components.map(c => (
                      <option key={c.id} value={c.id}>
                        {c.name || c.id}
                      </option>
                    ))}
                    <option value="?">I cannot say</option>
                  </select>
                </label>
              ))}
          </div>
          {unsaid.length > 0 ? <p className="mt-1 text-xs text-quiet">Choose one for each; the clock still runs.</p> : null}
        </fieldset>
      ) : null}
      {handing === 'failed' ? (
        <Notice tone="bad" className="mt-3" title="It could not be handed in">
          The server cannot be reached. Your draft is kept in this browser; try again.
        </Notice>
      ) : null}
      {handing === 'unsaved' ? (
        <Notice tone="attention" className="mt-3" title="Your last change is not saved">
          It would not be scored. Keep working until it is saved, or hand in what was saved last.
        </Notice>
      ) : null}
      {handing === 'elsewhere' ? (
        <Notice tone="attention" className="mt-3" title="This design was changed in another window">
          Reload this page to see the newest version, then hand it in.
        </Notice>
      ) : null}
      <div className="mt-4 flex justify-end gap-2">
        <Button
          onClick={() => {
            setHanding('no')
            onOpenChange(false)
          }}
        >
          Keep working
        </Button>
        <Button variant="primary" disabled={handing === 'yes' || unsaid.length > 0} onClick={handIn}>
          {handing === 'yes' ? 'Handing in…' : handing === 'unsaved' ? 'Hand in what was saved' : 'Hand in and see the score'}
        </Button>
      </div>
    </Dialog>
  )
}
