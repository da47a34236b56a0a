import Link from 'next/link'
import { Friends } from '#components/review/friends.tsx'
import { Section } from '#components/ui/page.tsx'
import { friendsBesideEngine } from '#server/attempts/service.ts'

type Props = { userId: string; attemptId: string; drillSlug: string; timeZone: string }

/** What friends who held the interview marked, beside the engine's bands. */
export async function FriendsSection({ userId, attemptId, drillSlug, timeZone }: Props) {
  const view = await friendsBesideEngine(userId, attemptId)
  if (!view) return null
  const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone })
  return (
    <Section id="friends" title="A friend interviewed me" aside="Shown beside the engine's score, never added to it">
      {view.reviews.length === 0 ? (
        <p className="mb-3 max-w-prose text-sm text-quiet">
          None yet. A friend can hold the interview with the{' '}
          <Link href={`/drills/${drillSlug}/interviewer`}>interviewer's pack</Link> and grade the ten dimensions on its sheet;
          enter the grades here.
        </p>
      ) : null}
      <Friends
        attemptId={attemptId}
        dimensions={view.dimensions}
        friends={view.reviews.map(({ id, name, grades, notes, atMs, graded, agreement }) => ({
          id,
          name,
          grades,
          notes,
          graded,
          agreement,
          when: format.format(atMs),
        }))}
      />
    </Section>
  )
}
