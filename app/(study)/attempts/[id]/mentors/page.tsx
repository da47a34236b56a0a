import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { CommentList } from '#components/review/comment-list.tsx'
import { ShareWithMentor, WithdrawFromMentor } from '#components/review/mentor-buttons.tsx'
import { MentorColumns } from '#components/review/mentor-columns.tsx'
import { partTitles } from '#components/review/submission-view.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { EmptyState, Page, Section } from '#components/ui/page.tsx'
import { readReport } from '#engine/rubric/score-report.ts'
import { loadAttempt } from '#server/attempts/service.ts'
import { requireUser } from '#server/auth/current-user.ts'
import { listMentors, mentorReviewsOf } from '#server/mentors/service.ts'

export const metadata: Metadata = { title: 'Mentors' }

export default async function MentorsPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const user = await requireUser(`/attempts/${id}/mentors`)
  const attempt = await loadAttempt(user.id, id)
  if (!attempt) notFound()
  if (attempt.handedInAtMs === null) redirect(`/sit/${id}`)
  const [mentors, reviews] = await Promise.all([listMentors(user.id), mentorReviewsOf(user.id, id)])
  const report = readReport(attempt.scores.at(-1)?.report)
  const questions = new Map(report?.criteria.map(c => [`criterion:${c.id}`, c.question]))
  const titleOf = (place: string) => questions.get(place) ?? partTitles[place.replace(/^part:/, '')] ?? place
  const shared = new Set(reviews.filter(r => !r.withdrawn).map(r => r.mentorId))
  const left = mentors.filter(m => !shared.has(m.id))
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: user.timeZone })
  return (
    <Page
      wide
      title={`Mentors: ${attempt.drill.drill.title}`}
      lead="A mentor reads what you handed in and scores it by hand, without seeing the engine's verdicts. Then both stand here."
      actions={<LinkButton href={`/attempts/${id}`}>Back to the score</LinkButton>}
    >
      {left.length > 0 && report ? <ShareWithMentor attemptId={id} mentors={left} /> : null}
      {mentors.length === 0 && reviews.length === 0 ? (
        <EmptyState title="There is no mentor here yet">
          The owner of this Tenfold makes a person a mentor under People.
        </EmptyState>
      ) : null}
      {reviews.map(r => (
        <Section
          key={r.mentorId}
          id={`mentor-${r.mentorId}`}
          title={r.mentor}
          aside={
            r.withdrawn
              ? 'Taken back'
              : r.doneAtMs === null
                ? `Shared ${day.format(r.sharedAtMs)}, not done yet`
                : `Done ${day.format(r.doneAtMs)}`
          }
        >
          {r.verdicts && report ? (
            <MentorColumns report={report} judgements={r.verdicts.judgements} columns={r.verdicts.columns} mentor={r.mentor} />
          ) : null}
          {r.comments.length > 0 ? (
            <div className="mt-5">
              <h3 className="mb-2 font-semibold">Comments</h3>
              <CommentList comments={r.comments} titleOf={titleOf} />
            </div>
          ) : null}
          {r.withdrawn ? null : (
            <div className="mt-4">
              <WithdrawFromMentor attemptId={id} mentorId={r.mentorId} name={r.mentor} />
            </div>
          )}
        </Section>
      ))}
    </Page>
  )
}
