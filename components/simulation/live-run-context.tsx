'use client'

import {
  createContext,
  type ReactNode,
  startTransition,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { ComponentKind } from '#engine/architecture/component-kinds.ts'
import type { Quantity } from '#engine/quantity/quantity.ts'
import type { LiveQuestion, LiveRun } from '#engine/simulation/live-run.ts'
import type { Design } from '#engine/simulation/to-model.ts'
import { createRunClient, type RunClient, type Simulator } from './run-client.ts'

/** How a running design is steered. */
export type LiveControls = {
  /** Somebody wanted it to run. */
  readonly open: boolean
  readonly start: () => void
  readonly stop: () => void
  /** A multiple of the load that the flows state, 1 to 100. */
  readonly load: number
  readonly setLoad: (load: number) => void
  readonly failures: readonly string[]
  readonly toggle: (failure: string) => void
  readonly setFailures: (failures: readonly string[]) => void
  /** Why the simulator stopped. */
  readonly failure: string | null
  readonly again: () => void
  /** What is being asked now; undefined while nothing runs. */
  readonly question: () => LiveQuestion | undefined
  /** The canvas fills the window and has taken the results to itself. */
  readonly filled: boolean
  readonly setFilled: (filled: boolean) => void
}

const nothing = () => {}
const off: LiveControls = {
  open: false,
  start: nothing,
  stop: nothing,
  load: 1,
  setLoad: nothing,
  failures: [],
  toggle: nothing,
  setFailures: nothing,
  failure: null,
  again: nothing,
  question: () => undefined,
  filled: false,
  setFilled: nothing,
}

// Two contexts: a box of the canvas shows an answer, and is not drawn again because a slider moved.
const RunContext = createContext<LiveRun | null>(null)
const ControlsContext = createContext<LiveControls>(off)

/** The newest answer; null while there is none. */
export const useLiveRun = () => useContext(RunContext)
/** The steering of the run; without a provider nothing runs. */
export const useLiveControls = () => useContext(ControlsContext)

function openWorker(): Simulator {
  const worker = new Worker(new URL('./simulation-worker.ts', import.meta.url), { type: 'module' })
  const simulator: Simulator = {
    postMessage: asked => worker.postMessage(asked),
    terminate: () => worker.terminate(),
    onmessage: null,
    onerror: null,
  }
  worker.onmessage = event => simulator.onmessage?.(event)
  worker.onerror = event => simulator.onerror?.(event)
  return simulator
}

/**
 * Runs a design in a worker from the moment on which somebody wants it, again whenever the design, the load or a failure changes. Everything
 * inside shows the same answer. Nothing is fetched before.
 */
export function LiveRunProvider({
  design,
  kinds,
  given,
  allowed,
  running = false,
  children,
}: {
  readonly design: Design
  readonly kinds: readonly ComponentKind[]
  readonly given: Readonly<Record<string, Quantity>>
  /** The rules of the sitting let it run. */
  readonly allowed: boolean
  /** It runs from the start, without being asked. */
  readonly running?: boolean
  readonly children: ReactNode
}) {
  const [wanted, setWanted] = useState(running)
  const [run, setRun] = useState<LiveRun | null>(null)
  const [load, setLoad] = useState(1)
  const [failures, setFailures] = useState<readonly string[]>([])
  const [failure, setFailure] = useState<string | null>(null)
  const [filled, setFilled] = useState(false)
  const client = useRef<RunClient | null>(null)
  const open = wanted && allowed

  useEffect(() => {
    if (!open) return
    const made = createRunClient({
      open: openWorker,
      onRun: next =>
        // In pieces: sixty boxes at once would hold up what is typed.
        startTransition(() => {
          setRun(next)
          setFailure(null)
        }),
      onFail: setFailure,
      after: (ms, later) => {
        const timer = setTimeout(later, ms)
        return () => clearTimeout(timer)
      },
    })
    client.current = made
    return () => {
      made.close()
      client.current = null
      setRun(null)
      setFailure(null)
    }
  }, [open])

  const { architecture, data, requirements, worksheet } = design
  const question = useMemo(
    () => ({ design: { architecture, data, requirements, worksheet }, kinds, given, load, failures }),
    [architecture, data, requirements, worksheet, kinds, given, load, failures],
  )
  const asked = useRef<LiveQuestion | undefined>(undefined)
  useEffect(() => {
    asked.current = open ? question : undefined
    if (open) client.current?.ask(question)
  }, [open, question])

  const toggle = useCallback(
    (name: string) => setFailures(now => (now.includes(name) ? now.filter(f => f !== name) : [...now, name])),
    [],
  )
  const controls = useMemo<LiveControls>(
    () => ({
      open,
      start: () => setWanted(true),
      stop: () => setWanted(false),
      load,
      setLoad,
      failures,
      toggle,
      setFailures,
      failure,
      again: () => {
        setFailure(null)
        client.current?.again()
      },
      question: () => asked.current,
      filled,
      setFilled,
    }),
    [open, load, failures, toggle, failure, filled],
  )
  return (
    <ControlsContext value={controls}>
      <RunContext value={run}>{children}</RunContext>
    </ControlsContext>
  )
}
