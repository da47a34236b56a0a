import type { Pacing } from '#engine/interview/pacing.ts'

const minutes = (n: number) => `${Math.round(n)} min`

/** Where the time of a sitting went, phase by phase, against the plan. Being over is said, and costs nothing. */
export function PacingTable({ pacing }: { pacing: Pacing }) {
  const { phases, quiet, elsewhere } = pacing
  const longest = Math.max(1, ...phases.flatMap(({ planned, spent }) => [planned, spent]))
  const share = (n: number) => `${(100 * n) / longest}%`
  return (
    <section aria-labelledby="pacing-title">
      <h2 id="pacing-title" className="mb-1 font-semibold">
        Where the time went
      </h2>
      <table className="w-full text-sm">
        <caption className="sr-only">Minutes written in each phase, and the minutes that the plan gives it</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">Phase</th>
            <th scope="col">Written</th>
            <th scope="col">Planned</th>
          </tr>
        </thead>
        <tbody>
          {phases.map(({ id, title, planned, spent, begun }) => (
            <tr key={id} className="border-t border-line">
              <th scope="row" className="py-1.5 pr-2 text-left font-normal">
                {title}
                {begun === null ? <span className="block text-xs text-quiet">not written in</span> : null}
                <div aria-hidden className="relative mt-1 h-1.5 rounded-full bg-line">
                  <div className="absolute inset-y-0 left-0 rounded-full bg-accent" style={{ width: share(spent) }} />
                  <div className="absolute -inset-y-0.5 w-0.5 bg-ink" style={{ left: share(planned) }} />
                </div>
              </th>
              <td className="num py-1.5 text-right align-top whitespace-nowrap">{minutes(spent)}</td>
              <td className="num py-1.5 pl-2 text-right align-top whitespace-nowrap text-quiet">of {minutes(planned)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-1 text-xs text-quiet">
        The mark is the plan. {minutes(quiet)} without writing
        {elsewhere >= 0.5 ? `, ${minutes(elsewhere)} on parts that no phase names` : ''}. Going over is recorded, not punished.
      </p>
    </section>
  )
}
