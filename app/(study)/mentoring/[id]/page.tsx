import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CommentBox } from '#components/review/comment-box.tsx'
import { CommentList } from '#components/review/comment-list.tsx'
import { FinishReview } from '#components/review/mentor-buttons.tsx'
import { MentorColumns } from '#components/review/mentor-columns.tsx'
import { partTitles, SubmissionView } from '#components/review/submission-view.tsx'
import { VerdictForm } from '#components/review/verdict-form.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Page, Section } from '#components/ui/page.tsx'
import { requireMentor } from '#server/auth/current-user.ts'
import type { MentorView } from '#server/mentors/reviews.ts'
import { mentorView } from '#server/mentors/service.ts'

export const metadata: Metadata = { title: 'Mentoring' }

export default async function MentoredAttemptPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const user = await requireMentor(`/mentoring/${id}`)
  const view = await mentorView(user.id, id)
  if (!view) notFound()
  const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: user.timeZone }).format(view.handedInAtMs)
  const total = view.dimensions.reduce((sum, d) => sum + d.criteria.length, 0)
  return (
    <Page
      wide
      title={view.title}
      lead={`${view.candidate}, aiming at ${view.level}, handed in ${date}. ${view.engine ? 'You are done with it.' : `You have judged ${view.judgements.length} of ${total}; what the engine said is kept from you until you are done.`}`}
      actions={<LinkButton href="/mentoring">All shared attempts</LinkButton>}
    >
      {view.engine ? (
        <Section id="columns" title="Yours and the engine's">
          <MentorColumns report={view.engine.report} judgements={view.judgements} columns={view.engine.columns} mentor="You" />
        </Section>
      ) : null}
      <div className="mt-2 grid gap-x-10 xl:grid-cols-2">
        <div>
          {view.engine ? null : <ByHand view={view} />}
          <Section id="parts" title="A word on each part">
            <PartComments view={view} />
          </Section>
          {view.engine ? null : (
            <div className="mt-10">
              <FinishReview attemptId={id} />
            </div>
          )}
        </div>
        <div className="xl:sticky xl:top-2 xl:max-h-[calc(100dvh-1rem)] xl:self-start xl:overflow-y-auto xl:pr-2">
          <Section id="submission" title="What was handed in">
            <SubmissionView submission={view.submission} />
          </Section>
        </div>
      </div>
    </Page>
  )
}

function ByHand({ view }: { view: MentorView }) {
  const own = new Map(view.judgements.map(j => [j.criterionId, j]))
  return view.dimensions.map(({ id, title, criteria }) => (
    <Section key={id} id={`dimension-${id}`} title={title}>
      <ol className="flex flex-col divide-y divide-line">
        {criteria.map(c => {
          const mine = own.get(c.id)
          return (
            <li key={c.id} className="flex flex-col gap-2 py-3">
              <p className="font-medium">
                {c.question}{' '}
                <span className="num text-xs font-normal text-faint">{c.points === 1 ? '1 point' : `${c.points} points`}</span>
              </p>
              <VerdictForm
                url={`/api/mentoring/${view.attemptId}/judgements`}
                criterionId={c.id}
                question={c.question}
                own={mine && { verdict: mine.verdict, reason: mine.reason, appealed: false }}
                reasonNeeded={false}
              />
              <Comments view={view} place={`criterion:${c.id}`} about={c.question} />
            </li>
          )
        })}
      </ol>
    </Section>
  ))
}

function PartComments({ view }: { view: MentorView }) {
  return (
    <ul className="flex flex-col divide-y divide-line">
      {Object.entries(partTitles).map(([part, title]) => (
        <li key={part} className="flex flex-col gap-2 py-2">
          <p className="text-sm font-medium">{title}</p>
          <Comments view={view} place={`part:${part}`} about={title} />
        </li>
      ))}
    </ul>
  )
}

function Comments({ view, place, about }: { view: MentorView; place: string; about: string }) {
  return (
    <>
      <CommentList comments={view.comments.filter(c => c.place === place)} />
      <CommentBox url={`/api/mentoring/${view.attemptId}/comments`} place={place} about={about} />
    </>
  )
}
