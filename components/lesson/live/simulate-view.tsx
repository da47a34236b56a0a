import type { LiveRun } from '#engine/simulation/live-run.ts'
import { availability, money, rate, time, times } from '../../simulation/figures.ts'
import { Heat } from '../../simulation/heat.tsx'
import { SentenceOfRun } from '../../simulation/sentence-of-run.tsx'

type Flow = LiveRun['flows'][number]

const columns: readonly { title: string; of: (flow: Flow) => string }[] = [
  { title: 'Rate', of: flow => rate(flow.offered) },
  { title: 'p50', of: flow => time(flow.p50) },
  { title: 'p99', of: flow => time(flow.p99) },
  { title: 'Availability', of: flow => availability(flow.availability) },
]

/** A small design as it runs: a sentence, each component with how much of it is in use, each flow with its times. */
export function SimulateView({ run }: { run: LiveRun }) {
  return (
    <>
      <div className="mt-3 text-sm">
        <SentenceOfRun run={run} />
      </div>
      <ol className="mt-3 grid gap-1.5 text-sm">
        {run.components
          .filter(({ client }) => !client)
          .map(at => (
            <li key={at.id} className="grid grid-cols-[minmax(6rem,1fr)_2fr] items-center gap-3">
              <span className="truncate">{at.name}</span>
              <Heat at={at} />
            </li>
          ))}
      </ol>
      <div className="mt-3 overflow-x-auto">
        <table className="w-full text-sm">
          <thead>
            <tr className="text-left text-xs text-quiet">
              <th scope="col" className="font-normal">
                At {times(run.load)}
              </th>
              {columns.map(({ title }) => (
                <th key={title} scope="col" className="pl-3 text-right font-normal">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {run.flows.map(flow => (
              <tr key={flow.id} className="border-t border-line">
                <th scope="row" className="py-1 text-left font-normal">
                  {flow.name}
                </th>
                {columns.map(({ title, of }) => (
                  <td key={title} className="num py-1 pl-3 text-right whitespace-nowrap">
                    {of(flow)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="mt-1 text-xs text-quiet">
        {money(run.cost.month)} a month, on demand. Defaults of the kinds where nothing is said; the same engine as in a drill.
      </p>
    </>
  )
}
