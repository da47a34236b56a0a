import type { DaySummary, Repeated } from '#engine/interview/day-summary.ts'
import type { BegunPhase } from '#engine/interview/phases-begun.ts'
import { Section } from '../ui/page.tsx'
import { ScrollingTable, TableHead } from '../ui/table.tsx'
import { Meter } from '../ui/tag.tsx'

const percent = (share: number | null) => (share === null ? '–' : `${Math.round(share * 100)}%`)

/** Each dimension of every mock side by side, and of all of them together. */
export function LoopDimensions({ summary: { bands, dimensions } }: { summary: DaySummary }) {
  return (
    <Section id="dimensions" title="Ten dimensions across the loop" aside="Share of each mock's own points">
      <ScrollingTable label="Dimensions by mock" minWidth="min-w-[34rem]">
        <TableHead
          columns={[
            { title: 'Dimension' },
            ...bands.map(({ place }) => ({ title: `Mock ${place + 1}`, right: true })),
            { title: 'Together' },
            { title: 'Share', right: true },
          ]}
        />
        <tbody>
          {dimensions.map(({ id, title, shares, together }) => (
            <tr key={id} className="border-b border-line">
              <th scope="row" className="py-1.5 pr-4 text-left font-normal">
                {title}
              </th>
              {bands.map(({ place }, index) => (
                <td key={place} className="num py-1.5 pr-4 text-right">
                  {percent(shares[index] ?? null)}
                </td>
              ))}
              <td className="w-1/4 py-1.5 pr-4">
                {together === null ? null : <Meter label={`${title}, together`} value={Math.round(together * 100)} of={100} />}
              </td>
              <td className="num py-1.5 text-right">{percent(together)}</td>
            </tr>
          ))}
        </tbody>
      </ScrollingTable>
    </Section>
  )
}

/** Most often first, so what matters most stands among these. */
const SHOWN = 10

/** What came up in more than one mock: the habits that one mock cannot show. */
export function LoopRepeated({ summary: { repeated, bands } }: { summary: DaySummary }) {
  const lists = [
    ['Under the bar again', 'Dimensions in which more than one mock did not reach the bar', repeated.dimensions],
    ['Missed again', 'Criteria that more than one mock missed, in the words of the first', repeated.criteria],
    ['The same slip', 'Mistakes of estimation that were made in more than one mock', repeated.slips],
    ['Asked again', 'What the interviewer had to ask for in more than one mock', repeated.probes],
  ] as const
  const found = lists.filter(([, , items]) => items.length > 0)
  return (
    <Section id="repeated" title="What came up more than once">
      {found.length === 0 ? (
        <p className="text-sm text-quiet">
          {bands.length < 2
            ? 'Only one mock was scored, so there is nothing to set beside it.'
            : 'Nothing: no criterion, dimension, slip or question came up in two mocks.'}
        </p>
      ) : (
        <div className="grid gap-x-10 gap-y-6 md:grid-cols-2">
          {found.map(([title, about, items]) => (
            <div key={title} className="min-w-0">
              <h3 className="font-medium">{title}</h3>
              <p className="mb-2 text-sm text-quiet">{about}</p>
              <RepeatedList items={items.slice(0, SHOWN)} />
              {items.length > SHOWN ? (
                <details className="text-sm">
                  <summary className="py-1.5 text-quiet">{items.length - SHOWN} more</summary>
                  <RepeatedList items={items.slice(SHOWN)} />
                </details>
              ) : null}
            </div>
          ))}
        </div>
      )}
    </Section>
  )
}

function RepeatedList({ items }: { items: readonly Repeated[] }) {
  return (
    <ul className="flex flex-col divide-y divide-line text-sm">
      {items.map(({ id, text, places }) => (
        <li key={id} className="flex justify-between gap-4 py-1.5">
          <span className="min-w-0 break-words">{text}</span>
          <span className="num shrink-0 text-quiet">mocks {places.map(place => place + 1).join(', ')}</span>
        </li>
      ))}
    </ul>
  )
}

type Pace = {
  readonly place: number
  readonly minutes: number
  readonly usedMinutes: number
  readonly phases: readonly BegunPhase[]
}

/** How each mock kept to its time: what of it was used, and the phases that were begun late or not at all. */
export function LoopPacing({ pacing, titles }: { pacing: readonly Pace[]; titles: readonly string[] }) {
  return (
    <Section id="pacing" title="Pacing" aside="A phase begins with the first thing that is written in its parts">
      <ol className="flex flex-col gap-4">
        {pacing.map(({ place, minutes, usedMinutes, phases }) => {
          const off = phases.filter(({ pace }) => pace !== 'in time')
          return (
            <li key={place}>
              <p className="font-medium">
                {place + 1}. {titles[place]}{' '}
                <span className="num text-sm font-normal text-quiet">
                  {Math.round(usedMinutes)} of {Math.round(minutes)} min used
                </span>
              </p>
              {off.length === 0 ? (
                <p className="text-sm text-quiet">Every phase was begun in its time.</p>
              ) : (
                <ul className="mt-1 list-disc pl-5 text-sm">
                  {off.map(({ id, title, until, begunAt }) => (
                    <li key={id}>
                      {title}:{' '}
                      {begunAt === null ? (
                        'nothing was written'
                      ) : (
                        <span className="num">
                          begun at minute {Math.round(begunAt)}, planned until {Math.round(until)}
                        </span>
                      )}
                    </li>
                  ))}
                </ul>
              )}
            </li>
          )
        })}
      </ol>
    </Section>
  )
}
