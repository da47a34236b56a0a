import { clsx } from 'clsx'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import type { SaveStatus } from './autosave.ts'
import { formatClock, type useClock } from './use-clock.ts'
import type { WorkspaceData } from './workspace-types.ts'

/** The time that is left, as the server counts it. */
export function Clock({ clock }: { clock: ReturnType<typeof useClock>['clock'] }) {
  if (clock.remainingMs === null) return <span className="text-sm text-quiet">Practice, no clock</span>
  const tone =
    clock.warning === 'final'
      ? 'bg-bad-wash text-bad font-semibold'
      : clock.warning === 'gentle'
        ? 'bg-attention-wash text-attention'
        : 'text-ink'
  return (
    <span className={clsx('num rounded-md px-2 py-1', tone)}>
      <span className="sr-only">Time left: </span>
      {formatClock(clock.remainingMs)}
    </span>
  )
}

/** Whether what was typed is on the server. */
export function SaveState({ status }: { status: SaveStatus }) {
  const words: Record<SaveStatus['is'], string> = {
    saved: 'Saved',
    unsaved: 'Editing',
    saving: 'Saving',
    offline: 'Offline: kept in this browser',
    'signed-out': 'Signed out: kept in this browser',
    refused: 'Not saved',
    conflict: 'Changed elsewhere',
    closed: 'Closed',
  }
  const calm = status.is === 'saved' || status.is === 'unsaved' || status.is === 'saving'
  return (
    <span role="status" className={clsx('text-xs', calm ? 'text-faint' : 'font-medium text-attention')}>
      {status.is === 'offline' && !status.kept ? 'Offline, and this browser has no room: leave the page open' : words[status.is]}
    </span>
  )
}

/** What keeps the draft from being saved, and what to do about it. */
export function Messages({
  status,
  mode,
  expired,
  onResolve,
}: {
  status: SaveStatus
  mode: WorkspaceData['mode']
  expired: boolean
  onResolve: (head: Extract<SaveStatus, { is: 'conflict' }>['head'], keep: 'mine' | 'theirs') => void
}) {
  if (status.is === 'conflict') {
    const time = new Date(status.head.savedAtMs).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })
    return (
      <Notice tone="attention" className="mb-4" title={`This design was changed in another window at ${time}`}>
        <p>Both versions stay in the history of the attempt. Which one do you want to go on with?</p>
        <div className="mt-2 flex flex-wrap gap-2">
          <Button size="sm" variant="primary" onClick={() => onResolve(status.head, 'mine')}>
            The one on this page
          </Button>
          <Button size="sm" onClick={() => onResolve(status.head, 'theirs')}>
            The other one
          </Button>
        </div>
      </Notice>
    )
  }
  if (status.is === 'refused')
    return (
      <Notice tone="bad" className="mb-4" title="The last change is not saved">
        {status.message}
      </Notice>
    )
  if (status.is === 'signed-out') {
    return (
      <Notice tone="attention" className="mb-4" title="You are signed out">
        Your draft is kept in this browser.{' '}
        <a href="/sign-in" target="_blank" rel="noreferrer">
          Sign in in another tab
        </a>
        , and it is saved from here.
      </Notice>
    )
  }
  if (status.is === 'closed' || expired) {
    return (
      <Notice tone="info" className="mb-4" title={mode === 'practice' ? 'This attempt is closed' : 'Time is up'}>
        The last saved version is handed in and is being scored.
        {status.is === 'closed' && status.lateDraftKept ? ' What you wrote after the last save is kept beside it, unscored.' : ''}
        {status.is === 'offline'
          ? ' The server cannot be reached; what you wrote is sent when it answers, and kept unscored.'
          : ''}
      </Notice>
    )
  }
  return null
}
