import type { ComponentKind } from '#engine/architecture/component-kinds.ts'
import { type SimulatePart, simulatePart } from '#engine/lesson/live/parts.ts'
import { simulateAt } from '#engine/lesson/live/simulate.ts'
import { Live } from './live.tsx'
import { PartFrame } from './part-frame.tsx'
import { SimulateView } from './simulate-view.tsx'

/** A small design that runs: at its own load on the server, with controls when it comes near the window. */
export function Simulate({ kinds, ...given }: SimulatePart & { kinds: readonly ComponentKind[] }) {
  const part = simulatePart.parse(given)
  const used = kinds.filter(({ id }) => part.components.some(c => c.kind === id))
  return (
    <PartFrame id={part.id} mark="Run" title={part.title}>
      {part.says ? <p className="mb-3 text-sm text-quiet">{part.says}</p> : null}
      <Live part={{ kind: 'simulate', part, kinds: used }}>
        <ul className="text-sm">
          {part.flows.map(({ name, route, rate }) => (
            <li key={name}>
              {name}: <span className="num">{route}</span>, {rate}
            </li>
          ))}
        </ul>
        <SimulateView run={simulateAt(part, used, { load: part.load[0], tries: [], failed: [] })} />
      </Live>
    </PartFrame>
  )
}
