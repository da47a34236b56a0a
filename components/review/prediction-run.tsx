'use client'

import { CircleCheck, CircleHelp, CircleX } from 'lucide-react'
import { lazy, Suspense, useEffect, useMemo, useState } from 'react'
import type { ComponentKind } from '#engine/architecture/component-kinds.ts'
import type { Submission } from '#engine/design/submission.ts'
import type { LiveRun } from '#engine/simulation/live-run.ts'
import { ScopeContext } from '../drill/cells.tsx'
import { LiveSentence } from '../drill/run-design.tsx'
import { factScope, worksheetScope } from '../drill/worksheet-scope.ts'
import type { WorkspaceData } from '../drill/workspace-types.ts'
import { Heat } from '../simulation/heat.tsx'
import { LiveRunProvider, useLiveControls, useLiveRun } from '../simulation/live-run-context.tsx'
import { Button } from '../ui/button.tsx'
import { useReducedMotion } from '../ui/use-reduced-motion.ts'
import { useWide } from '../ui/use-wide.ts'
import { type PredictionTimes, type PredictionWords, predictionWords } from './prediction-words.ts'

const Canvas = lazy(() => import('../canvas/architecture-canvas.tsx').then(m => ({ default: m.ArchitectureCanvas })))
const unchanged = () => {}

/** The loads that are played, one after the other; at the two that were predicted it rests. */
const played = [1, 2, 3, 5, 7, 10, 15, 25, 40, 65, 100] as const
const STEP_MS = 500
const REST_MS = 2_500
const states = [1, 10, 100] as const

type Props = {
  readonly submission: Submission
  readonly kinds: readonly ComponentKind[]
  readonly facts: WorkspaceData['drill']['facts']
  readonly attemptId: string
}

/** What was said to break first, and then the design is run and seen to break. Nothing runs before it is asked for. */
export function PredictionRun({ submission, kinds, facts, attemptId }: Props) {
  const [started, setStarted] = useState(false)
  const given = useMemo(() => factScope(facts), [facts])
  const scope = useMemo(() => worksheetScope(submission.worksheet, given), [submission.worksheet, given])
  const runs = submission.architecture.flows.length > 0
  if (started)
    return (
      <ScopeContext value={scope}>
        <LiveRunProvider design={submission} kinds={kinds} given={given} allowed running>
          <Player submission={submission} kinds={kinds} attemptId={attemptId} />
        </LiveRunProvider>
      </ScopeContext>
    )
  return (
    <>
      <dl className="grid gap-3 sm:grid-cols-2">
        {([10, 100] as const).map(times => (
          <Said key={times} submission={submission} times={times} />
        ))}
      </dl>
      {runs ? (
        <Button variant="primary" className="mt-4 print:hidden" onClick={() => setStarted(true)}>
          Run it: 1x, 10x, 100x
        </Button>
      ) : (
        <p className="mt-4 text-sm text-quiet">
          It cannot be run to see: the design has no flow. A flow needs its route through the components and its rate, such as
          client &gt; web &gt; postgres at 50 /s.
        </p>
      )}
    </>
  )
}

const nameIn = (submission: Submission) => {
  const names = new Map(submission.architecture.components.map(c => [c.id, c.name || c.id]))
  return (id: string) => names.get(id) ?? id
}
const saidAt = ({ predictions }: Submission, times: PredictionTimes) => (times === 10 ? predictions.at10x : predictions.at100x)

function Said({ submission, times, words }: { submission: Submission; times: PredictionTimes; words?: PredictionWords }) {
  const { component, because } = saidAt(submission, times)
  return (
    <div className="card p-4">
      <dt className="num text-sm text-quiet">At {times}x</dt>
      {words ? (
        <dd className="mt-1 flex flex-col gap-1.5">
          <p className="font-medium">{words.found}</p>
          <p className="flex gap-1.5">
            <Mark verdict={words.verdict} />
            <span className="min-w-0">{words.judged}</span>
          </p>
          {words.mend ? <p className="text-sm text-quiet">{words.mend}</p> : null}
        </dd>
      ) : (
        <dd className="mt-1">
          {component ? (
            <>
              You said <strong>{nameIn(submission)(component)}</strong> breaks first
              {because ? <span className="text-quiet">: {because}</span> : '.'}
            </>
          ) : (
            'You did not say what breaks first.'
          )}
        </dd>
      )}
    </div>
  )
}

function Mark({ verdict }: { verdict: PredictionWords['verdict'] }) {
  const [Icon, ink] =
    verdict === 'right'
      ? [CircleCheck, 'text-good']
      : verdict === 'wrong'
        ? [CircleX, 'text-bad']
        : [CircleHelp, 'text-attention']
  return <Icon aria-hidden className={`mt-1 size-4 shrink-0 ${ink}`} />
}

/** The run itself: played from 1x to 100x, or, where nothing shall move, the three states to choose from. */
function Player({ submission, kinds, attemptId }: Omit<Props, 'facts'>) {
  const run = useLiveRun()
  const { load, setLoad, failure } = useLiveControls()
  const still = useReducedMotion()
  const roomy = useWide(640)
  const [playing, setPlaying] = useState(!still)
  // The answers of the loads that were reached; the order of breaking is read from the first.
  const [reached, setReached] = useState<ReadonlyMap<number, LiveRun>>(new Map())
  const ready = run !== null && run.load === load

  useEffect(() => {
    if (run) setReached(before => (before.get(run.load) === run ? before : new Map(before).set(run.load, run)))
  }, [run])
  useEffect(() => {
    if (!playing || !ready) return
    const next = played.find(l => l > load)
    if (next === undefined) return setPlaying(false)
    const timer = setTimeout(() => setLoad(next), load === 1 || load === 10 ? REST_MS : STEP_MS)
    return () => clearTimeout(timer)
  }, [playing, ready, load, setLoad])

  const base = reached.get(1)
  if (failure || !run || !base) return <LiveSentence />
  if (run.flows.length === 0) return <LiveSentence />
  const words = (times: PredictionTimes) => {
    const at = reached.get(times)
    return at && predictionWords(base, at, saidAt(submission, times).component, times, nameIn(submission))
  }
  const choose = (state: number) => {
    setPlaying(false)
    setLoad(state)
  }
  return (
    <>
      <div className="flex flex-wrap items-center gap-2 print:hidden">
        <span className="num min-w-24 text-2xl font-semibold">
          <span className="sr-only">Load: </span>
          {load}x
        </span>
        <fieldset className="flex gap-1">
          <legend className="sr-only">Load</legend>
          {states.map(state => (
            <Button
              key={state}
              size="sm"
              variant={load === state ? 'primary' : 'secondary'}
              aria-pressed={load === state}
              onClick={() => choose(state)}
            >
              <span className="num">{state}x</span>
            </Button>
          ))}
        </fieldset>
        {still ? null : playing ? (
          <Button size="sm" onClick={() => setPlaying(false)}>
            Pause
          </Button>
        ) : (
          <Button
            size="sm"
            onClick={() => {
              if (load >= 100) setLoad(1)
              setPlaying(true)
            }}
          >
            {load >= 100 ? 'Play it again' : 'Play on'}
          </Button>
        )}
      </div>
      <dl aria-live="polite" className="my-4 grid gap-3 sm:grid-cols-2">
        {([10, 100] as const).map(times => {
          const now = words(times)
          return now ? (
            <Said key={times} submission={submission} times={times} words={now} />
          ) : (
            <Said key={times} submission={submission} times={times} />
          )
        })}
      </dl>
      {roomy ? (
        <Suspense fallback={<p className="text-sm text-quiet">Loading the canvas…</p>}>
          <Canvas
            label="The design as it breaks"
            architecture={submission.architecture}
            kinds={kinds}
            placesKey={attemptId}
            readOnly
            onChange={unchanged}
          />
        </Suspense>
      ) : (
        <ul aria-label="How full each component is" className="flex flex-col gap-2">
          {run.components
            .filter(c => !c.client)
            .map(c => (
              <li key={c.id} className="grid grid-cols-[8rem_minmax(0,1fr)] items-center gap-2 text-sm">
                <span className="truncate">{c.name}</span>
                <Heat at={c} />
              </li>
            ))}
        </ul>
      )}
      {run.problems.length > 0 ? (
        <p className="mt-2 text-sm text-quiet">
          Left out of the run: {run.problems.map(p => `${p.name ? `${p.name}: ` : ''}${p.message} ${p.mend}`).join(' ')}
        </p>
      ) : null}
    </>
  )
}
