'use client'

import { clsx } from 'clsx'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { templates } from '#engine/design/templates.ts'
import { phaseStates } from '#engine/interview/clock.ts'
import { Button } from '../ui/button.tsx'
import { useWide } from '../ui/use-wide.ts'
import { WorksheetEditor } from '../worksheet/worksheet-editor.tsx'
import { Checklist } from './checklist.tsx'
import { CurveballNotice } from './curveball-notice.tsx'
import { HandInDialog } from './hand-in-dialog.tsx'
import { PartPanel } from './part-panel.tsx'
import { fieldsOf, filled, type PartId, parts } from './parts.ts'
import { PhaseStrip } from './phase-strip.tsx'
import { RecordButton } from './record-button.tsx'
import { mayRun, Results, RunDesign } from './run-design.tsx'
import { RunSide } from './run-side.tsx'
import { SittingContext } from './sitting-context.tsx'
import { Clock, Messages, SaveState } from './sitting-state.tsx'
import { TemplateRow } from './template-row.tsx'
import { useClock } from './use-clock.ts'
import { useCurveballs } from './use-curveballs.ts'
import { useEnd } from './use-end.ts'
import { useSubmission } from './use-submission.ts'
import { useWake } from './use-wake.ts'
import { factScope, worksheetScope } from './worksheet-scope.ts'
import type { PanelProps, WorkspaceData } from './workspace-types.ts'

type Side = 'worksheet' | 'prompt' | 'checklist' | 'run'
type View = 'parts' | 'part' | 'side'

const KeyboardReference = lazy(async () => ({ default: (await import('./keyboard-reference.tsx')).KeyboardReference }))
const CommandPalette = lazy(async () => ({ default: (await import('./command-palette.tsx')).CommandPalette }))

/** The sitting: parts at the left, the part in hand in the middle, worksheet and prompt at the right. On a phone the three become tabs. */
export function Workspace({ data, prompt }: { data: WorkspaceData; prompt: ReactNode }) {
  const router = useRouter()
  const { clock, serverNow, onServerTime, onEnd } = useClock(data)
  const { submission, status, change, resolve, autosave } = useSubmission(data.attemptId, data, { serverNow, onServerTime })
  const [part, setPart] = useState<PartId>('requirements')
  const [side, setSide] = useState<Side>('prompt')
  const [view, setView] = useState<View>('part')
  const [facts, setFacts] = useState(data.drill.facts)
  const [asking, setAsking] = useState(false)
  const [palette, setPalette] = useState(false)
  const [keys, setKeys] = useState(false)
  const drill = useMemo(() => ({ ...data.drill, facts }), [data.drill, facts])
  const given = useMemo(() => factScope(facts), [facts])
  const scope = useMemo(() => worksheetScope(submission.worksheet, given), [submission.worksheet, given])
  const { curveballs, ask } = useCurveballs(data.attemptId, clock, { onServerTime, onEnd })
  useWake(() => {
    void autosave.flush()
    if (clock.remainingMs !== null) void ask()
  })
  const panel = useRef<HTMLElement>(null)
  // The results stand at the right where there is a right side, else below their sentence.
  const beside = useWide(1024)

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
  useEnd({
    attemptId: data.attemptId,
    ended: clock.status === 'expired' || status.is === 'closed',
    flush: autosave.flush,
    onServerTime,
    onHandedIn: router.refresh,
  })

  const index = parts.findIndex(p => p.id === part)
  // A mock goes through its phases in order: what belongs to a later one says from when. Nobody is kept from it, as no interviewer would.
  const total = remaining === null ? null : clock.elapsedMs + remaining
  const later = data.mode === 'mock' && total !== null ? laterParts(data.drill.phases, total, clock.elapsedMs) : none
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        setPalette(true)
        return
      }
      if (event.key === '?' && !isTyping(event.target)) {
        event.preventDefault()
        setKeys(true)
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

  // Kept from one tick of the clock to the next: the part in hand, a canvas of sixty boxes perhaps, is not drawn again for it.
  const { kinds, attemptId, mode } = data
  const props = useMemo<PanelProps>(
    () => ({ submission, change, drill, kinds, scope, attemptId, mode }),
    [submission, change, drill, kinds, scope, attemptId, mode],
  )
  const insert = ({ part: to, apply }: (typeof templates)[number]) => {
    change(now => apply(now, kinds))
    if (to === 'estimates') openSide('worksheet')
    else open(parts.find(p => p.id === to)?.id ?? part, true)
  }
  const run = useMemo(
    () => (
      <RunDesign props={props} onStart={() => setSide('run')}>
        {beside ? null : <Results />}
      </RunDesign>
    ),
    [props, beside],
  )
  const onFact = useCallback(
    (fact: WorkspaceData['drill']['facts'][number]) => setFacts(all => (all.some(f => f.id === fact.id) ? all : [...all, fact])),
    [],
  )
  const here = parts[index] ?? parts[0]
  const next = parts[index + 1]

  return (
    <SittingContext props={props} given={given}>
      <div className="flex min-h-dvh flex-col lg:h-dvh">
        <header className="sticky top-0 z-20 border-b border-line bg-paper">
          <div className="flex flex-wrap items-center gap-x-4 gap-y-1 px-3 py-2 sm:px-4">
            <Link href="/drills" className="text-sm text-quiet">
              Drills
            </Link>
            <h1 className="min-w-0 truncate text-base font-semibold">{data.drill.title}</h1>
            <SaveState status={status} />
            {data.mode === 'practice' ? null : (
              <RecordButton
                attemptId={attemptId}
                elapsedMs={clock.elapsedMs}
                open={clock.status === 'open' && status.is !== 'closed'}
                flush={() => autosave.flush()}
              />
            )}
            <div className="ml-auto flex items-center gap-3">
              <Clock clock={clock} />
              <Button variant="primary" onClick={() => setAsking(true)}>
                Hand in
              </Button>
            </div>
          </div>
          {remaining !== null ? (
            <PhaseStrip
              phases={data.drill.phases}
              totalMs={clock.elapsedMs + remaining}
              elapsedMs={clock.elapsedMs}
              paced={data.mode === 'mock'}
              writing={fieldsOf(part)}
            />
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
                    {later.has(p.id) && filled(submission, p.id) === 0 ? (
                      <span className="text-xs text-faint">from min {later.get(p.id)}</span>
                    ) : (
                      <Count n={filled(submission, p.id)} />
                    )}
                  </button>
                </li>
              ))}
            </ol>
            <p className="mt-3 hidden px-2.5 text-xs text-faint lg:block">
              <kbd>Ctrl K</kbd> everything, <kbd>?</kbd> all keys, <kbd>Alt ↓</kbd> next part, <kbd>Alt W</kbd> worksheet,{' '}
              <kbd>Ctrl Enter</kbd> next entry
            </p>
          </nav>

          <main
            id="main"
            ref={panel}
            className={clsx('min-w-0 overflow-y-auto px-4 py-5 sm:px-6 lg:block', view === 'part' ? 'block' : 'hidden')}
          >
            <Messages status={status} mode={data.mode} expired={clock.status === 'expired'} onResolve={resolve} />
            <CurveballNotice curveballs={curveballs} />
            <h2 className="text-xl font-semibold">{here.title}</h2>
            <p className="mt-0.5 mb-5 max-w-prose text-sm text-quiet">{here.about}</p>
            <TemplateRow key={part} part={part} submission={submission} kinds={kinds} change={change} />
            <PartPanel part={part} props={props} run={run} onFact={onFact} onEnd={onEnd} />
            {part === 'predictions' ? run : null}
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
                  ...(data.mode === 'mock' ? [] : [['checklist', 'Checklist'] as const]),
                  ...(beside && data.mode !== 'mock' ? [['run', 'Run'] as const] : []),
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
                {curveballs.length > 0 ? (
                  <>
                    <h3 className="mt-4 mb-1 font-semibold">Asked on the way</h3>
                    <ul className="list-disc pl-5">
                      {curveballs.map(c => (
                        <li key={c.id}>{c.text}</li>
                      ))}
                    </ul>
                  </>
                ) : null}
                <h3 className="mt-4 mb-1 font-semibold">What you know</h3>
                <ul className="list-disc pl-5">
                  {facts.map(fact => (
                    <li key={fact.id}>{fact.text}</li>
                  ))}
                </ul>
              </div>
              {data.mode === 'mock' ? null : (
                <div hidden={side !== 'checklist'}>
                  <Checklist
                    drill={data.drill}
                    elapsedMs={clock.elapsedMs}
                    totalMs={remaining === null ? null : clock.elapsedMs + remaining}
                  />
                </div>
              )}
              {beside && side === 'run' ? <RunSide allowed={mayRun(data.mode, submission)} /> : null}
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
              ...(data.mode === 'mock'
                ? []
                : [
                    { id: 'checklist', title: 'See the checklist of the phases', run: () => openSide('checklist') },
                    { id: 'run', title: 'Run this design', run: () => (beside ? openSide('run') : open('architecture', true)) },
                  ]),
              ...templates.map(t => ({ id: t.id, title: `Insert: ${t.title}`, run: () => insert(t) })),
              { id: 'keys', title: 'See the keys', keys: '?', run: () => setKeys(true) },
              { id: 'save', title: 'Save now', run: () => void autosave.flush() },
              { id: 'hand-in', title: 'Hand in', run: () => setAsking(true) },
            ]}
          />
        </Suspense>
      ) : null}
      {keys ? (
        <Suspense>
          <KeyboardReference onClose={() => setKeys(false)} />
        </Suspense>
      ) : null}
      <HandInDialog
        open={asking}
        onOpenChange={setAsking}
        attemptId={data.attemptId}
        mode={data.mode}
        submission={submission}
        change={change}
        remainingMs={remaining}
        flush={autosave.flush}
        headId={autosave.headId}
      />
    </SittingContext>
  )
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName))
}

const none: ReadonlyMap<PartId, number> = new Map()

/** The parts that no phase so far is about, with the minute from which one is. */
function laterParts(phases: WorkspaceData['drill']['phases'], totalMs: number, elapsedMs: number): ReadonlyMap<PartId, number> {
  const states = phaseStates(phases, totalMs, elapsedMs)
  return new Map(
    parts.flatMap(({ id }) => {
      const first = states.find(({ phase }) => fieldsOf(id).some(field => phase.parts.includes(field)))
      return first?.state === 'ahead' ? [[id, Math.round(first.startsMs / 60_000)] as const] : []
    }),
  )
}

function Count({ n }: { n: number }) {
  return n === 0 ? <span className="text-xs text-faint">–</span> : <span className="num text-xs text-quiet">{n}</span>
}
