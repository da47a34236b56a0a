'use client'

import { lazy, Suspense, useMemo } from 'react'
import type { ComponentKind } from '#engine/architecture/component-kinds.ts'
import type { Submission } from '#engine/design/submission.ts'
import { ScopeContext } from '../drill/cells.tsx'
import { LiveSentence, Results } from '../drill/run-design.tsx'
import { factScope, worksheetScope } from '../drill/worksheet-scope.ts'
import type { WorkspaceData } from '../drill/workspace-types.ts'
import { useNear } from '../lesson/use-near.ts'
import { LiveRunProvider } from '../simulation/live-run-context.tsx'
import { useWide } from '../ui/use-wide.ts'

const Canvas = lazy(() => import('../canvas/architecture-canvas.tsx').then(m => ({ default: m.ArchitectureCanvas })))
const live = { sentence: <LiveSentence />, results: <Results /> }
const unchanged = () => {}

/** A design that was handed in, as it runs: drawn with its heat, not to be changed, with any load and failure. Fetched when it comes near. */
export function DesignRun({
  submission,
  kinds,
  facts,
  attemptId,
}: {
  submission: Submission
  kinds: readonly ComponentKind[]
  facts: WorkspaceData['drill']['facts']
  attemptId: string
}) {
  const [frame, near] = useNear<HTMLDivElement>()
  const roomy = useWide(640)
  const given = useMemo(() => factScope(facts), [facts])
  const scope = useMemo(() => worksheetScope(submission.worksheet, given), [submission.worksheet, given])
  return (
    <div ref={frame} className="min-h-40">
      {near ? (
        <ScopeContext value={scope}>
          <LiveRunProvider design={submission} kinds={kinds} given={given} allowed running>
            <LiveSentence />
            <div className="mt-4 grid gap-6 xl:grid-cols-[minmax(0,1fr)_22rem]">
              {roomy ? (
                <Suspense fallback={<p className="text-sm text-quiet">Loading the canvas…</p>}>
                  <Canvas
                    architecture={submission.architecture}
                    kinds={kinds}
                    placesKey={attemptId}
                    readOnly
                    live={live}
                    onChange={unchanged}
                  />
                </Suspense>
              ) : null}
              <div className="xl:max-h-[60rem] xl:overflow-y-auto">
                <Results />
              </div>
            </div>
          </LiveRunProvider>
        </ScopeContext>
      ) : null}
    </div>
  )
}
