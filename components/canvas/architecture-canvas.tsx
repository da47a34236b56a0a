'use client'

import { ReactFlowProvider, useReactFlow } from '@xyflow/react'
import { clsx } from 'clsx'
import {
  type ClipboardEvent,
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { ComponentKind } from '#engine/architecture/component-kinds.ts'
import { connect, type Parts, pasteParts, pickParts, removeParts, tooLarge } from '#engine/architecture/edit-graph.ts'
import { importMermaid, toMermaid } from '#engine/architecture/mermaid.ts'
import type { Submission } from '#engine/design/submission.ts'
import { useLiveControls, useLiveRun } from '../simulation/live-run-context.tsx'
import { boxFigures } from './box-figures.ts'
import { Diagram, fitViewOptions } from './diagram.tsx'
import { ExchangeDialog } from './exchange-dialog.tsx'
import { FindingList } from './finding-list.tsx'
import { PartStrip } from './part-strip.tsx'
import { neighbour } from './places.ts'
import { blanks, quickAdd } from './quick-add.ts'
import { QuickAdd, Toolbar } from './toolbar.tsx'
import { useFindings } from './use-findings.ts'
import { useHistory } from './use-history.ts'
import { usePlaces } from './use-places.ts'

type Architecture = Submission['architecture']

export type ArchitectureCanvasProps = {
  readonly architecture: Architecture
  readonly kinds: readonly ComponentKind[]
  readonly readOnly?: boolean
  /** What it is called where a page has two. */
  readonly label?: string
  readonly onChange: (next: Architecture) => void
  /** Under which name this browser keeps the places; without one they are forgotten. */
  readonly placesKey?: string
  /** Faults of the drawing in words. They are hints: not for a drill or a mock. */
  readonly showFindings?: boolean
  /** The rest of the design, which some findings look at. */
  readonly design?: Pick<Submission, 'data' | 'organization' | 'requirements'>
  /** What stands beside the canvas of a running design; the canvas shows it itself while it fills the window. */
  readonly live?: { readonly sentence: ReactNode; readonly results: ReactNode }
}

/** The architecture as a drawing. Everything that it does, the table does, too. */
export function ArchitectureCanvas(props: ArchitectureCanvasProps) {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  )
}

// Of this page: what was copied here is pasted as parts; what was copied elsewhere is read as mermaid.
let copied: { readonly text: string; readonly parts: Parts } | undefined

const none: ReadonlySet<string> = new Set()
const isField = (target: EventTarget) => target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
const nodeOf = (target: EventTarget) =>
  target instanceof HTMLElement && target.classList.contains('react-flow__node') ? target.dataset.id : undefined

function Canvas({
  architecture,
  kinds,
  readOnly = false,
  label = 'Architecture canvas',
  onChange,
  placesKey,
  showFindings = false,
  design,
  live,
}: ArchitectureCanvasProps) {
  const flow = useReactFlow()
  const root = useRef<HTMLElement>(null)
  const history = useHistory(architecture, onChange)
  const { places, move, arrange } = usePlaces(architecture, kinds, placesKey)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(none)
  const [said, setSaid] = useState('')
  const [filling, setFilling] = useState(false)
  const [exchanging, setExchanging] = useState(false)
  const run = useLiveRun()
  const { open: running, setFilled } = useLiveControls()
  const figures = useMemo(() => boxFigures(run), [run])
  const findings = useFindings(architecture, kinds, showFindings ? design : undefined)
  const faults = useMemo(() => {
    const counts = new Map<string, number>()
    for (const part of findings.flatMap(f => f.parts)) counts.set(part, (counts.get(part) ?? 0) + 1)
    return counts
  }, [findings])
  // What is gone (undone, or removed in the table) is not selected.
  const selected = useMemo(() => {
    const there = new Set([...architecture.components, ...architecture.links].map(p => p.id))
    return [...chosen].every(id => there.has(id)) ? chosen : new Set([...chosen].filter(id => there.has(id)))
  }, [architecture, chosen])
  const only = selected.size === 1 ? [...selected][0] : undefined

  const element = (id: string) => root.current?.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`)
  const focusNode = (id: string) => requestAnimationFrame(() => element(id)?.focus())
  const showAll = useCallback(() => setTimeout(() => void flow.fitView(fitViewOptions), 60), [flow])
  /** New components are shown; what is in view already stays where it is. */
  const show = (ids: readonly string[]) =>
    setTimeout(() => {
      const frame = root.current?.querySelector('.react-flow')?.getBoundingClientRect()
      const hidden = ids.some(id => {
        const at = element(id)?.getBoundingClientRect()
        return !frame || !at || at.left < frame.left || at.top < frame.top || at.right > frame.right || at.bottom > frame.bottom
      })
      if (hidden) void flow.fitView(fitViewOptions)
    }, 60)

  const select = useCallback((ids: Iterable<string>) => setChosen(new Set(ids)), [])
  const onSelect = useCallback((changes: readonly { id: string; selected: boolean }[]) => {
    setChosen(now => {
      const next = new Set(now)
      for (const { id, selected: is } of changes) is ? next.add(id) : next.delete(id)
      return next
    })
  }, [])

  const add = (typed: string): string | undefined => {
    const name = architecture.components.find(c => c.id === only)
    const added = quickAdd(architecture, typed, kinds, name ? name.name || name.id : undefined)
    if (!added.ok) return added.message
    history.change(added.architecture)
    const last = added.route.at(-1)
    if (last) select([last])
    setSaid(added.said)
    show(added.route)
    return undefined
  }
  const link = useCallback(
    (from: string, to: string) => {
      const next = connect(architecture, blanks.link, from, to)
      if (next === architecture || tooLarge(next)) return setSaid(tooLarge(next) ?? 'They are linked already')
      history.change(next)
      setSaid('Linked')
    },
    [architecture, history],
  )
  const remove = () => {
    if (readOnly || selected.size === 0) return
    const near = only ? neighbour(architecture, places, only, 'ArrowLeft') : undefined
    history.change(removeParts(architecture, selected))
    setSaid(`Deleted ${selected.size === 1 ? nameOf(architecture, only ?? '') : `${selected.size} parts`}`)
    select(near ? [near] : [])
    if (near) focusNode(near)
    else requestAnimationFrame(() => root.current?.querySelector('input')?.focus())
  }
  const paste = (parts: Parts) => {
    if (readOnly || parts.components.length === 0) return
    const next = pasteParts(architecture, parts)
    const problem = tooLarge(next.architecture)
    if (problem) return setSaid(problem)
    history.change(next.architecture)
    select(next.ids)
    setSaid(`Pasted ${next.ids.length} ${next.ids.length === 1 ? 'component' : 'components'}`)
    show(next.ids)
  }
  const takeMermaid = (text: string): string | undefined => {
    const taken = importMermaid(architecture, text, kinds, blanks)
    if (!taken.ok) return taken.message
    history.change(taken.architecture)
    select([])
    setSaid(
      `Imported ${taken.ids.length} components${taken.labelsLeftOut > 0 ? `; ${taken.labelsLeftOut} labels of arrows were left out` : ''}`,
    )
    showAll()
    return undefined
  }
  const undo = () => {
    history.undo()
    setSaid('Undone')
  }
  const redo = () => {
    history.redo()
    setSaid('Redone')
  }
  const tidyUp = async () => {
    const { tidy } = await import('./tidy.ts')
    arrange(tidy(architecture))
    setSaid('Arranged')
    showAll()
  }

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const { key } = event
    const id = nodeOf(event.target)
    const control = (event.ctrlKey || event.metaKey) && !event.altKey
    const empty = event.target instanceof HTMLInputElement && event.target.value === ''
    const done = (act: () => void) => {
      event.preventDefault()
      event.stopPropagation()
      act()
    }
    if (control && !readOnly && (!isField(event.target) || empty)) {
      if (key.toLowerCase() === 'z') return done(event.shiftKey ? redo : undo)
      if (key.toLowerCase() === 'y') return done(redo)
    }
    if (key === 'Escape' && !id && only && isField(event.target)) return done(() => focusNode(only))
    if (isField(event.target) || event.altKey) return
    if (control && key.toLowerCase() === 'a') return done(() => select(architecture.components.map(c => c.id)))
    if ((key === 'Delete' || key === 'Backspace') && !(event.target instanceof HTMLButtonElement)) return done(remove)
    if (key === 'Escape') return done(() => select([]))
    if (!id || control) return
    if (key === 'Enter' || key === 'F2')
      return done(() => {
        select([id])
        requestAnimationFrame(() => root.current?.querySelector<HTMLElement>('.canvas-strip :is(input, select)')?.focus())
      })
    if (key === ' ') return done(() => onSelect([{ id, selected: !selected.has(id) }]))
    if (key === '/') return done(() => root.current?.querySelector('input')?.focus())
    if (!key.startsWith('Arrow')) return
    if (event.shiftKey && !readOnly) return done(() => nudge(key))
    const next = neighbour(architecture, places, id, key)
    done(() => next && element(next)?.focus())
  }
  const nudge = (key: string) => {
    const dx = key === 'ArrowLeft' ? -20 : key === 'ArrowRight' ? 20 : 0
    const dy = key === 'ArrowUp' ? -20 : key === 'ArrowDown' ? 20 : 0
    const moved = [...selected].flatMap(id => {
      const place = places[id]
      return place ? [[id, { x: place.x + dx, y: place.y + dy }] as const] : []
    })
    move(Object.fromEntries(moved))
  }
  /** Walking with the keyboard selects; a click is React Flow's. */
  const onFocus = (event: FocusEvent<HTMLElement>) => {
    const id = nodeOf(event.target)
    if (!id || !event.target.matches(':focus-visible')) return
    if (!selected.has(id)) select([id])
    show([id])
  }
  const onCopy = (event: ClipboardEvent, cut = false) => {
    if (isField(event.target)) return
    const parts = pickParts(architecture, selected)
    if (parts.components.length === 0) return
    event.preventDefault()
    copied = { parts, text: toMermaid({ components: [...parts.components], links: [...parts.links], flows: [] }, kinds) }
    event.clipboardData.setData('text/plain', copied.text)
    setSaid(`Copied ${parts.components.length} ${parts.components.length === 1 ? 'component' : 'components'}`)
    if (cut) remove()
  }
  const onPaste = (event: ClipboardEvent) => {
    if (isField(event.target) || readOnly) return
    event.preventDefault()
    const text = event.clipboardData.getData('text/plain')
    if (copied && text.replaceAll('\r', '') === copied.text) paste(copied.parts)
    else if (/^\s*(```mermaid|---|flowchart|graph|%%)/.test(text)) setSaid(takeMermaid(text) ?? 'Imported a flowchart')
    else if (text.trim() !== '') setSaid('What was copied is neither a part of this design nor a mermaid flowchart')
  }

  // While it fills the window, it begins below the clock.
  const [top, setTop] = useState(0)
  useEffect(() => {
    setFilled(filling)
    return () => setFilled(false)
  }, [filling, setFilled])
  useEffect(() => {
    if (!filling) return
    const measure = () => setTop(document.querySelector('header')?.getBoundingClientRect().bottom ?? 0)
    measure()
    window.addEventListener('resize', measure)
    return () => window.removeEventListener('resize', measure)
  }, [filling])

  return (
    <section
      ref={root}
      aria-label={label}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      onCopy={onCopy}
      onCut={event => onCopy(event, !readOnly)}
      onPaste={onPaste}
      style={filling ? { top } : undefined}
      className={clsx('@container', filling ? 'fixed inset-x-0 bottom-0 z-15 flex flex-col bg-paper p-3' : 'mb-6')}
    >
      {filling && running && live ? <div className="mb-2">{live.sentence}</div> : null}
      {readOnly ? null : <QuickAdd onAdd={add} />}
      <Toolbar
        readOnly={readOnly}
        canUndo={history.canUndo}
        canRedo={history.canRedo}
        filling={filling}
        empty={architecture.components.length === 0}
        onUndo={undo}
        onRedo={redo}
        onTidy={tidyUp}
        onZoom={by => void (by > 1 ? flow.zoomIn() : flow.zoomOut())}
        onFit={showAll}
        onFill={() => {
          setFilling(is => !is)
          showAll()
        }}
        onExchange={() => setExchanging(true)}
      />
      <p role="status" className="sr-only">
        {said}
      </p>
      <div
        className={clsx(
          'grid min-h-0 gap-3',
          filling ? 'flex-1 grid-rows-[1fr_auto] @5xl:grid-cols-[1fr_24rem] @5xl:grid-rows-1' : '',
        )}
      >
        <div className={clsx('card relative overflow-hidden', filling ? 'min-h-64' : 'h-[clamp(27rem,64dvh,44rem)]')}>
          <Diagram
            architecture={architecture}
            kinds={kinds}
            places={places}
            selected={selected}
            faults={faults}
            figures={figures}
            readOnly={readOnly}
            filling={filling}
            onSelect={onSelect}
            onSelectAll={select}
            onMove={move}
            onConnect={link}
          />
          {architecture.components.length === 0 ? (
            <p className="pointer-events-none absolute inset-0 grid place-items-center p-6 text-center text-sm text-quiet">
              What you type above is drawn here. Begin with how a request travels: client &gt; load balancer &gt; web &gt; db
            </p>
          ) : null}
        </div>
        <div
          className={clsx(
            'canvas-strip @container card min-h-24 p-3',
            filling ? 'max-h-[40dvh] overflow-y-auto @5xl:max-h-none' : '',
          )}
        >
          <PartStrip
            architecture={architecture}
            kinds={kinds}
            selected={selected}
            readOnly={readOnly}
            onComponent={(id, patch) =>
              history.change(
                { ...architecture, components: architecture.components.map(c => (c.id === id ? { ...c, ...patch } : c)) },
                `${id} ${Object.keys(patch).join()}`,
              )
            }
            onLink={(id, patch) =>
              history.change(
                { ...architecture, links: architecture.links.map(l => (l.id === id ? { ...l, ...patch } : l)) },
                `${id} ${Object.keys(patch).join()}`,
              )
            }
            onGroup={group =>
              history.change(
                {
                  ...architecture,
                  components: architecture.components.map(c => (selected.has(c.id) ? { ...c, group: group || undefined } : c)),
                },
                'group of several',
              )
            }
            onConnect={link}
            onSelect={id => select([id])}
            onDelete={remove}
            onDuplicate={() => paste(pickParts(architecture, selected))}
          />
          {filling && running && live ? <div className="mt-4 border-t border-line pt-4">{live.results}</div> : null}
          {filling && showFindings ? <FindingList findings={findings} onSelect={ids => select(ids)} /> : null}
        </div>
      </div>
      {!filling && showFindings && architecture.components.length > 0 ? (
        <FindingList findings={findings} onSelect={ids => select(ids)} />
      ) : null}
      <ExchangeDialog
        open={exchanging}
        onOpenChange={setExchanging}
        architecture={architecture}
        kinds={kinds}
        places={places}
        readOnly={readOnly}
        onImport={takeMermaid}
      />
    </section>
  )
}

const nameOf = ({ components, links }: Architecture, id: string): string =>
  components.find(c => c.id === id)?.name || (links.some(l => l.id === id) ? 'the link' : id)
