import { lazy, Suspense, useState } from 'react'
import { Button } from '../ui/button.tsx'
import type { PanelProps, Scope } from './workspace-types.ts'

const SimulationPanel = lazy(async () => ({ default: (await import('../simulation/simulation-panel.tsx')).SimulationPanel }))

/**
 * The simulator. In practice it is always there; in a timed drill it opens once the predictions are written, so that they are predictions;
 * in a mock it waits for the score.
 */
export function RunDesign({ props, given }: { props: PanelProps; given: Scope }) {
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
