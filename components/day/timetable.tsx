import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import type { DayBreakRow, DayMockRow, DayTimetable } from '#engine/interview/day.ts'
import { Tag } from '../ui/tag.tsx'
import { dayTimes, lengthInWords } from './day-times.ts'

type Props = {
  readonly timetable: DayTimetable
  readonly timeZone: string
  readonly startsAtMs: number
  readonly titles: readonly string[]
  /** What can be done about a mock, or what came of it. */
  readonly aside: (row: DayMockRow) => ReactNode
}

/** The day from its first mock to its last, with the breaks between. */
export function Timetable({ timetable, timeZone, startsAtMs, titles, aside }: Props) {
  const times = dayTimes(timeZone, startsAtMs)
  return (
    <ol aria-label="Timetable" className="border-y border-line">
      {timetable.rows.map(row => (
        <li
          key={`${row.kind} ${row.place}`}
          className={clsx(
            'grid gap-x-5 gap-y-1 border-b border-line py-3 last:border-b-0 sm:grid-cols-[8.5rem_1fr_auto] sm:items-center',
            row.state === 'open' || row.state === 'due' || row.state === 'now' ? 'bg-accent-wash -mx-3 px-3' : '',
          )}
        >
          <p className={clsx('num text-sm', row.kind === 'break' || row.state === 'over' ? 'text-quiet' : '')}>
            {row.state === 'left-out' ? 'left out' : times.range(row.fromMs, row.untilMs)}
          </p>
          {row.kind === 'break' ? (
            <BreakCell row={row} />
          ) : (
            <>
              <p className="min-w-0">
                <span className={clsx('font-medium', row.state === 'left-out' ? 'text-faint' : '')}>
                  {row.place + 1}. {titles[row.place]}
                </span>{' '}
                {row.state === 'left-out' ? null : (
                  <span className="num text-sm whitespace-nowrap text-faint">{lengthInWords(row.untilMs - row.fromMs)}</span>
                )}
              </p>
              <div className="flex flex-wrap items-center gap-2 empty:hidden sm:justify-end">{aside(row)}</div>
            </>
          )}
        </li>
      ))}
    </ol>
  )
}

function BreakCell({ row }: { row: DayBreakRow }) {
  return (
    <p className="text-sm text-quiet sm:col-span-2">
      Break, <span className="num">{lengthInWords(row.untilMs - row.fromMs)}</span>{' '}
      {row.state === 'now' ? <Tag tone="accent">now</Tag> : null}
    </p>
  )
}
