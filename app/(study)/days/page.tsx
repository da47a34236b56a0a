import type { Metadata } from 'next'
import Link from 'next/link'
import { getCatalog } from '#catalog/catalog.ts'
import { BandTag } from '#components/review/score-view.tsx'
import { EmptyState, Page, Section } from '#components/ui/page.tsx'
import { Tag } from '#components/ui/tag.tsx'
import type { DayTimetable } from '#engine/interview/day.ts'
import { wallClock } from '#engine/interview/zoned-time.ts'
import { requireUser } from '#server/auth/current-user.ts'
import { listDays } from '#server/days/service.ts'
import { DayForm } from './day-form.tsx'

export const metadata: Metadata = { title: 'Interview days' }

const statusWords: Readonly<Record<DayTimetable['status'], string>> = {
  ahead: 'planned',
  due: 'a mock is due',
  open: 'a mock is open',
  break: 'in a break',
  over: 'over',
  abandoned: 'given up',
}

/** The next full quarter of an hour that is at least five minutes away. */
const soonMs = (nowMs: number) => Math.ceil((nowMs + 5 * 60_000) / 900_000) * 900_000

export default async function DaysPage() {
  const user = await requireUser('/days')
  const [catalog, days] = await Promise.all([getCatalog(), listDays(user.id)])
  const stretch = 1 + user.extraTimePercent / 100
  const drills = catalog
    .drills()
    .filter(({ compiled }) => !compiled.drill.practiceOnly)
    .map(({ slug, title, minutes }) => ({ slug, title, minutes: Math.round(minutes * stretch) }))
  const soon = wallClock(soonMs(Date.now()), user.timeZone)
  const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: user.timeZone })
  return (
    <Page
      title="Interview days"
      lead="A loop as companies hold it: two to four mock interviews in one day with breaks between, and one summary at the end."
    >
      {drills.length < 2 ? (
        <EmptyState title="A day needs two timed drills">
          The catalog has fewer. An author adds one as a folder of content/drills; docs/authoring.md shows how.
        </EmptyState>
      ) : (
        <DayForm drills={drills} level={user.level} today={soon.date} time={soon.time} timeZone={user.timeZone} />
      )}
      <Section id="days" title="Your days">
        {days.length === 0 ? (
          <p className="text-sm text-quiet">None yet. Each one is kept with its timetable and its summary.</p>
        ) : (
          <ol className="divide-y divide-line">
            {days.map(day => (
              <li key={day.id} className="py-3">
                <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
                  <Link href={`/days/${day.id}`} className="num font-medium">
                    {format.format(day.startsAtMs)}
                  </Link>
                  <Tag>{day.level}</Tag>
                  <Tag tone={['due', 'open', 'break'].includes(day.timetable.status) ? 'attention' : 'plain'}>
                    {statusWords[day.timetable.status]}
                  </Tag>
                </p>
                <ol className="mt-1 text-sm text-quiet">
                  {day.mocks.map(({ place, title, score }) => (
                    <li key={place}>
                      {place + 1}. {title} {score ? <BandTag band={score.band} /> : null}
                    </li>
                  ))}
                </ol>
              </li>
            ))}
          </ol>
        )}
      </Section>
    </Page>
  )
}
