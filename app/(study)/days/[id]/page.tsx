import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { ActionButton } from '#components/day/action-button.tsx'
import { dayTimes, lengthInWords } from '#components/day/day-times.ts'
import { KeepCurrent } from '#components/day/keep-current.tsx'
import { LoopDimensions, LoopPacing, LoopRepeated } from '#components/day/loop-summary.tsx'
import { Timetable } from '#components/day/timetable.tsx'
import { BandTag } from '#components/review/score-view.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Page } from '#components/ui/page.tsx'
import { Tag } from '#components/ui/tag.tsx'
import type { DayMockRow } from '#engine/interview/day.ts'
import { requireUser } from '#server/auth/current-user.ts'
import type { DayView } from '#server/days/days.ts'
import { loadDay, reviewDay } from '#server/days/service.ts'
import { abandonDayAction, deleteDayAction, startMockAction } from '../actions.ts'

export const metadata: Metadata = { title: 'Interview day' }

export default async function DayPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const user = await requireUser(`/days/${id}`)
  const day = await loadDay(user.id, id)
  if (!day) notFound()
  const { timetable, startsAtMs, mocks } = day
  const ended = timetable.status === 'over' || timetable.status === 'abandoned'
  const review = ended ? await reviewDay(user.id, id) : null
  const titles = mocks.map(({ title }) => title)
  return (
    <Page
      title="Interview day"
      lead={
        <>
          <Tag>{day.level}</Tag> {dayTimes(user.timeZone, startsAtMs).date}, {mocks.length} mocks. Times are those of{' '}
          {user.timeZone}.
        </>
      }
      actions={<LinkButton href="/days">All days</LinkButton>}
    >
      {ended ? null : <KeepCurrent />}
      <p role="status" className="mb-4">
        {sentenceOf(day, user.timeZone)}
      </p>
      <Timetable
        timetable={timetable}
        timeZone={user.timeZone}
        startsAtMs={startsAtMs}
        titles={titles}
        aside={row => <MockAside row={row} day={day} />}
      />
      {review ? (
        <>
          <LoopDimensions summary={review.summary} />
          <LoopRepeated summary={review.summary} />
          <LoopPacing pacing={review.pacing} titles={titles} />
        </>
      ) : ended ? (
        <Notice tone="info" className="mt-6" title="There is nothing to sum up">
          No mock of this day was sat and scored.
        </Notice>
      ) : null}
      <details className="mt-10 text-sm">
        <summary className="text-quiet">{ended ? 'Delete this day' : 'Give up or delete this day'}</summary>
        <div className="mt-3 flex flex-col gap-5">
          {ended ? null : (
            <div>
              <p className="mb-2 max-w-prose text-quiet">
                Giving up leaves out what is still to come and sums up what was sat. A mock that is open goes on by its own clock.
              </p>
              <ActionButton action={abandonDayAction} fields={{ day: id }} label="Give up the rest" />
            </div>
          )}
          <div>
            <p className="mb-2 max-w-prose text-quiet">
              Deleting takes the timetable and the summary away. The mocks that were sat stay among your attempts.
            </p>
            <ActionButton action={deleteDayAction} fields={{ day: id }} label="Delete this day" variant="danger" />
          </div>
        </div>
      </details>
    </Page>
  )
}

/** Where the day stands, and how far it has moved. */
function sentenceOf({ timetable, startsAtMs, mocks }: DayView, timeZone: string): string {
  const { status, next, rows, untilMs, lateMs } = timetable
  const times = dayTimes(timeZone, startsAtMs)
  const upcoming = rows.find(row => row.kind === 'mock' && row.place === next)
  const title = next === null ? '' : (mocks[next]?.title ?? '')
  const late =
    Math.abs(lateMs) < 60_000
      ? ` The day ends at ${times.time(untilMs)}, as planned.`
      : ` The day ends at ${times.time(untilMs)}, ${lengthInWords(Math.abs(lateMs))} ${lateMs > 0 ? 'later' : 'earlier'} than planned.`
  switch (status) {
    case 'ahead':
      return `It begins at ${times.time(startsAtMs)} with "${title}", and can be started before.`
    case 'open':
      return `A mock is open, and its clock runs.${late}`
    case 'break':
      return `A break until ${upcoming ? times.time(upcoming.fromMs) : 'the next mock'}; "${title}" can be started before.${late}`
    case 'due':
      return `"${title}" is due.${late}`
    case 'over':
      return 'The day is over.'
    case 'abandoned':
      return 'The rest of this day was given up.'
  }
}

function MockAside({ row, day }: { row: DayMockRow; day: DayView }) {
  const mock = day.mocks[row.place]
  if (!mock) return null
  if (row.state === 'due' || row.state === 'next') {
    const label = row.state === 'due' ? 'Start the mock' : row.place === 0 ? 'Start early' : 'Skip the break and start'
    const fields = { day: day.id, place: String(row.place) }
    return (
      <ActionButton
        action={startMockAction}
        fields={fields}
        label={label}
        variant={row.state === 'due' ? 'primary' : 'secondary'}
      />
    )
  }
  if (row.state === 'open' && mock.attemptId)
    return (
      <LinkButton href={`/sit/${mock.attemptId}`} variant="primary">
        Go on with the mock
      </LinkButton>
    )
  if (row.state !== 'over' || !mock.attemptId) return null
  return (
    <>
      {mock.score ? <BandTag band={mock.score.band} /> : <Tag>being scored</Tag>}
      <Link href={`/attempts/${mock.attemptId}`} className="text-sm">
        Score<span className="sr-only"> of {mock.title}</span>
      </Link>
    </>
  )
}
