'use client'

import { clsx } from 'clsx'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { lazy, type ReactNode, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { evaluateExpression, evaluateWorksheet } from '#engine/worksheet/worksheet.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Notice } from '../ui/notice.tsx'
import { WorksheetEditor } from '../worksheet/worksheet-editor.tsx'
import type { SaveStatus } from './autosave.ts'
import { ScopeContext } from './cells.tsx'
import { ArchitecturePanel } from './panel-architecture.tsx'
import { DataPanel } from './panel-data.tsx'
import { DecisionsPanel } from './panel-decisions.tsx'
import { ApiPanel, EstimatesPanel, QuestionsPanel, RequirementsPanel } from './panels-first.tsx'
import {
  CostPanel,
  EvolutionPanel,
  FailuresPanel,
  OperationsPanel,
  OrganizationPanel,
  PredictionsPanel,
  SecurityPanel,
} from './panels-last.tsx'
import { filled, type PartId, parts } from './parts.ts'
import { PhaseStrip } from './phase-strip.tsx'
import { formatClock, useClock } from './use-clock.ts'
import { useSubmission } from './use-submission.ts'
import type { PanelProps, Scope, WorkspaceData } from './workspace-types.ts'

type Side = 'worksheet' | 'prompt' | 'checklist'
type View = 'parts' | 'part' | 'side'

const SimulationPanel = lazy(async () => ({ default: (await import('../simulation/simulation-panel.tsx')).SimulationPanel }))
const CommandPalette = lazy(async () => ({ default: (await import('./command-palette.tsx')).CommandPalette }))

/** The sitting: parts at the left, the part in hand in the middle, worksheet and prompt at the right. On a phone the three become tabs. */
export function Workspace({ data, prompt }: { data: WorkspaceData; prompt: ReactNode }) {
  const router = useRouter()
  const { clock, onServerTime } = useClock(data)
  const { submission, status, change, resolve, autosave } = useSubmission(data.attemptId, data, onServerTime)
  const [part, setPart] = useState<PartId>('requirements')
  const [side, setSide] = useState<Side>('prompt')
  const [view, setView] = useState<View>('part')
  const [facts, setFacts] = useState(data.drill.facts)
  const [asking, setAsking] = useState(false)
  const [palette, setPalette] = useState(false)
  const [handing, setHanding] = useState<'no' | 'yes' | 'failed'>('no')
  const drill = useMemo(() => ({ ...data.drill, facts }), [data.drill, facts])
  const given = useMemo(() => factScope(facts), [facts])
  const scope = useMemo(() => worksheetScope(submission.worksheet, given), [submission.worksheet, given])
  const panel = useRef<HTMLElement>(null)

  const open = (id: PartId, focus = false) => {
    setPart(id)
    setView('part')
    if (focus) requestAnimationFrame(() => panel.current?.querySelector<HTMLElement>('input, select, textarea, button')?.focus())
  }

  const openSide = (next: Side) => {
    setSide(next)
    setView('side')
    if (next !== 'worksheet') return
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>('#workspace-side textarea, #workspace-side [contenteditable]')?.focus(),
    )
  }
  const openWorksheet = useRef(() => {})
  openWorksheet.current = () => openSide('worksheet')

  const handIn = async () => {
    setHanding('yes')
    await autosave.flush()
    try {
      const response = await fetch(`/api/attempts/${data.attemptId}/hand-in`, {
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

  // The server ends the sitting; the page sends what is left a little before, then asks for the score.
  const remaining = clock.remainingMs
  const flushed = useRef(false)
  useEffect(() => {
    if (remaining === null) return
    if (remaining < 4_000 && !flushed.current) {
      flushed.current = true
      void autosave.flush()
    }
  }, [remaining, autosave])
  useEffect(() => {
    if (clock.status !== 'expired' && status.is !== 'closed') return
    const timer = setInterval(() => router.refresh(), 2_000)
    return () => clearInterval(timer)
  }, [clock.status, status.is, router])

  const index = parts.findIndex(p => p.id === part)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        setPalette(true)
        return
      }
      if (!event.altKey || event.ctrlKey || event.metaKey) return
      const step =
        event.key === 'ArrowDown' || event.key === 'PageDown' ? 1 : event.key === 'ArrowUp' || event.key === 'PageUp' ? -1 : 0
      const next = step === 0 ? undefined : parts[(index + step + parts.length) % parts.length]
      if (next) {
        event.preventDefault()
        setPart(next.id)
        setView('part')
        requestAnimationFrame(() => panel.current?.querySelector<HTMLElement>('input, select, textarea, button')?.focus())
      } else if (event.key.toLowerCase() === 'w') {
        event.preventDefault()
        openWorksheet.current()
      }
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [index])

  const props: PanelProps = { submission, change, drill, kinds: data.kinds, scope, attemptId: data.attemptId, mode: data.mode }
  const here = parts[index] ?? parts[0]
  const next = parts[index + 1]

  return (
    <ScopeContext value={scope}>
      <div className="flex min-h-dvh flex-col lg:h-dvh">
        <header className="sticky top-0 z-20 border-b border-line bg-paper">
          <div className="flex flex-wrap items-center gap-x-4 gap-y-1 px-3 py-2 sm:px-4">
            <Link href="/drills" className="text-sm text-quiet">
              Drills
            </Link>
            <h1 className="min-w-0 truncate text-base font-semibold">{data.drill.title}</h1>
            <SaveState status={status} />
            <div className="ml-auto flex items-center gap-3">
              <Clock clock={clock} />
              <Button variant="primary" onClick={() => setAsking(true)}>
                Hand in
              </Button>
            </div>
          </div>
          {remaining !== null ? (
            <PhaseStrip phases={data.drill.phases} totalMs={clock.elapsedMs + remaining} elapsedMs={clock.elapsedMs} />
          ) : null}
        </header>

        <nav aria-label="Views" className="grid grid-cols-3 border-b border-line text-sm lg:hidden">
          {(
            [
              ['parts', 'Parts'],
              ['part', here.title],
              ['side', 'Prompt and sheet'],
            ] as const
          ).map(([id, label]) => (
            <button
              key={id}
              type="button"
              aria-pressed={view === id}
              onClick={() => setView(id)}
              className="truncate px-2 py-2.5 text-quiet aria-pressed:bg-accent-wash aria-pressed:font-semibold aria-pressed:text-accent"
            >
              {label}
            </button>
          ))}
        </nav>

        <div className="grid min-h-0 flex-1 lg:grid-cols-[13rem_minmax(0,1fr)_minmax(20rem,26rem)]">
          <nav
            aria-label="Parts of the submission"
            className={clsx('overflow-y-auto border-line p-2 lg:block lg:border-r', view === 'parts' ? 'block' : 'hidden')}
          >
            <ol>
              {parts.map(p => (
                <li key={p.id}>
                  <button
                    type="button"
                    aria-current={p.id === part ? 'step' : undefined}
                    onClick={() => open(p.id)}
                    className="flex w-full items-center justify-between gap-2 rounded-md px-2.5 py-1.5 text-left text-sm text-quiet hover:bg-sunken hover:text-ink aria-[current=step]:bg-accent-wash aria-[current=step]:font-semibold aria-[current=step]:text-accent"
                  >
                    {p.title}
                    <Count n={filled(submission, p.id)} />
                  </button>
                </li>
              ))}
            </ol>
            <p className="mt-3 hidden px-2.5 text-xs text-faint lg:block">
              <kbd>Ctrl K</kbd> everything, <kbd>Alt ↓</kbd> next part, <kbd>Alt W</kbd> worksheet, <kbd>Ctrl Enter</kbd> next
              entry
            </p>
          </nav>

          <main
            id="main"
            ref={panel}
            className={clsx('min-w-0 overflow-y-auto px-4 py-5 sm:px-6 lg:block', view === 'part' ? 'block' : 'hidden')}
          >
            <Messages status={status} mode={data.mode} expired={clock.status === 'expired'} onResolve={resolve} />
            <h2 className="text-xl font-semibold">{here.title}</h2>
            <p className="mt-0.5 mb-5 max-w-prose text-sm text-quiet">{here.about}</p>
            <Panel
              part={part}
              props={props}
              onFact={fact => setFacts(all => (all.some(f => f.id === fact.id) ? all : [...all, fact]))}
            />
            {part === 'architecture' || part === 'predictions' ? <RunDesign props={props} given={given} /> : null}
            {next ? (
              <Button variant="quiet" className="mt-4" onClick={() => open(next.id, true)}>
                Next: {next.title}
              </Button>
            ) : null}
          </main>

          <aside
            id="workspace-side"
            aria-label="Worksheet and prompt"
            className={clsx(
              'min-w-0 overflow-y-auto border-line bg-sunken lg:block lg:border-l',
              view === 'side' ? 'block' : 'hidden',
            )}
          >
            <div className="sticky top-0 z-10 flex border-b border-line bg-sunken px-2 text-sm">
              {(
                [
                  ['prompt', 'Prompt'],
                  ['worksheet', 'Worksheet'],
                  ['checklist', 'Checklist'],
                ] as const
              ).map(([id, label]) => (
                <button
                  key={id}
                  type="button"
                  aria-pressed={side === id}
                  onClick={() => setSide(id)}
                  className="border-b-2 border-transparent px-2.5 py-2 text-quiet aria-pressed:border-accent aria-pressed:font-semibold aria-pressed:text-ink"
                >
                  {label}
                </button>
              ))}
            </div>
            <div className="p-3">
              <div hidden={side !== 'worksheet'}>
                <WorksheetEditor
                  label="Worksheet"
                  value={submission.worksheet}
                  onChange={worksheet => change(s => ({ ...s, worksheet }))}
                  given={given}
                  minLines={14}
                />
                {facts.some(f => f.name) ? (
                  <p className="mt-2 text-xs text-quiet">
                    Known already: {facts.flatMap(f => (f.name ? [`${f.name} = ${f.value ?? ''}`] : [])).join(', ')}
                  </p>
                ) : null}
              </div>
              <div hidden={side !== 'prompt'} className="text-sm">
                <div className="prompt-text">{prompt}</div>
                <h3 className="mt-4 mb-1 font-semibold">What you know</h3>
                <ul className="list-disc pl-5">
                  {facts.map(fact => (
                    <li key={fact.id}>{fact.text}</li>
                  ))}
                </ul>
              </div>
              <div hidden={side !== 'checklist'}>
                <Checklist
                  drill={data.drill}
                  elapsedMs={clock.elapsedMs}
                  totalMs={remaining === null ? null : clock.elapsedMs + remaining}
                />
              </div>
            </div>
          </aside>
        </div>
      </div>

      {palette ? (
        <Suspense>
          <CommandPalette
            onClose={() => setPalette(false)}
            commands={[
              ...parts.map(p => ({ id: p.id, title: `Go to ${p.title}`, run: () => open(p.id, true) })),
              { id: 'worksheet', title: 'Write on the worksheet', keys: 'Alt W', run: () => openSide('worksheet') },
              { id: 'prompt', title: 'Read the prompt', run: () => openSide('prompt') },
              { id: 'checklist', title: 'See the checklist of the phases', run: () => openSide('checklist') },
              { id: 'save', title: 'Save now', run: () => void autosave.flush() },
              { id: 'hand-in', title: 'Hand in', run: () => setAsking(true) },
            ]}
          />
        </Suspense>
      ) : null}
      <Dialog open={asking} onOpenChange={setAsking} title="Hand in this design?">
        <p className="text-sm text-quiet">
          It is scored at once and can no longer be edited.{' '}
          {remaining !== null && remaining > 60_000 ? `There are ${Math.floor(remaining / 60_000)} minutes left.` : ''}
        </p>
        {parts.some(p => filled(submission, p.id) === 0) ? (
          <p className="mt-2 text-sm">
            Still empty:{' '}
            {parts
              .filter(p => filled(submission, p.id) === 0)
              .map(p => p.title)
              .join(', ')}
            .
          </p>
        ) : null}
        {handing === 'failed' ? (
          <Notice tone="bad" className="mt-3" title="It could not be handed in">
            The server cannot be reached. Your draft is kept in this browser; try again.
          </Notice>
        ) : null}
        <div className="mt-4 flex justify-end gap-2">
          <Button onClick={() => setAsking(false)}>Keep working</Button>
          <Button variant="primary" disabled={handing === 'yes'} onClick={handIn}>
            {handing === 'yes' ? 'Handing in…' : 'Hand in and see the score'}
          </Button>
        </div>
      </Dialog>
    </ScopeContext>
  )
}

/**
 * The simulator. In practice it is always there; in a timed drill it opens once the predictions are written, so that they are predictions;
 * in a mock it waits for the score.
 */
function RunDesign({ props, given }: { props: PanelProps; given: Scope }) {
  const [wanted, setWanted] = useState(false)
  const { predictions } = props.submission
  const predicted = predictions.at10x.component !== '' && predictions.at100x.component !== ''
  if (props.mode === 'mock') return null
  return (
    <section aria-labelledby="run-title" className="mt-8 border-t border-line pt-5">
      <h3 id="run-title" className="text-sm font-semibold">
        Run this design
      </h3>
      {props.mode === 'drill' && !predicted ? (
        <p className="mt-1 text-sm text-quiet">
          It opens when both predictions are written: what breaks first at 10x and at 100x.
        </p>
      ) : wanted ? (
        <div className="mt-3">
          <Suspense fallback={<p className="text-sm text-quiet">Loading the simulator…</p>}>
            <SimulationPanel submission={props.submission} kinds={props.kinds} given={given} />
          </Suspense>
        </div>
      ) : (
        <Button className="mt-2" onClick={() => setWanted(true)}>
          Run it: load, tails, failures, cost
        </Button>
      )}
    </section>
  )
}

function Count({ n }: { n: number }) {
  return n === 0 ? <span className="text-xs text-faint">–</span> : <span className="num text-xs text-quiet">{n}</span>
}

function Panel({
  part,
  props,
  onFact,
}: {
  part: PartId
  props: PanelProps
  onFact: (fact: WorkspaceData['drill']['facts'][number]) => void
}) {
  switch (part) {
    case 'requirements':
      return <RequirementsPanel {...props} />
    case 'questions':
      return <QuestionsPanel {...props} onFact={onFact} />
    case 'estimates':
      return <EstimatesPanel {...props} />
    case 'api':
      return <ApiPanel {...props} />
    case 'architecture':
      return <ArchitecturePanel {...props} />
    case 'data':
      return <DataPanel {...props} />
    case 'decisions':
      return <DecisionsPanel {...props} />
    case 'failures':
      return <FailuresPanel {...props} />
    case 'operations':
      return <OperationsPanel {...props} />
    case 'security':
      return <SecurityPanel {...props} />
    case 'cost':
      return <CostPanel {...props} />
    case 'evolution':
      return <EvolutionPanel {...props} />
    case 'organization':
      return <OrganizationPanel {...props} />
    case 'predictions':
      return <PredictionsPanel {...props} />
  }
}

function Clock({ clock }: { clock: ReturnType<typeof useClock>['clock'] }) {
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

function SaveState({ status }: { status: SaveStatus }) {
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
      {words[status.is]}
    </span>
  )
}

function Messages({
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
      </Notice>
    )
  }
  return null
}

function Checklist({ drill, elapsedMs, totalMs }: { drill: WorkspaceData['drill']; elapsedMs: number; totalMs: number | null }) {
  const planned = drill.phases.reduce((sum, p) => sum + p.minutes, 0)
  let from = 0
  return (
    <ol className="flex flex-col gap-4">
      {drill.phases.map(phase => {
        const starts = from
        from += phase.minutes
        const share = totalMs === null ? null : elapsedMs / totalMs
        const now = share !== null && share >= starts / planned && share < from / planned
        return (
          <li key={phase.id}>
            <h3 className={clsx('text-sm font-semibold', now ? 'text-accent' : '')}>
              {phase.title} <span className="num font-normal text-faint">{phase.minutes} min</span>
              {now ? <span className="font-normal"> · now</span> : null}
            </h3>
            <ul className="mt-1 flex flex-col gap-1 text-sm">
              {phase.checklist.map(item => (
                <li key={item}>
                  <label className="flex items-start gap-2">
                    <input type="checkbox" className="mt-1 accent-accent" />
                    {item}
                  </label>
                </li>
              ))}
            </ul>
          </li>
        )
      })}
    </ol>
  )
}

type Facts = WorkspaceData['drill']['facts']

function factScope(facts: Facts): Scope {
  const scope: Record<string, Scope[string]> = {}
  for (const fact of facts) {
    if (!fact.name || !fact.value) continue
    const value = evaluateExpression(fact.value)
    if (value.ok) scope[fact.name] = value.value.quantity
  }
  return scope
}

function worksheetScope(worksheet: string, given: Scope): Scope {
  const scope: Record<string, Scope[string]> = { ...given }
  for (const [name, value] of evaluateWorksheet(worksheet, { given }).values) scope[name] = value.quantity
  return scope
}
