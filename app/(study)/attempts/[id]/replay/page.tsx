import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { Suspense } from 'react'
import { ReplayView } from '#components/review/replay-view.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Page } from '#components/ui/page.tsx'
import type { Submission } from '#engine/design/submission.ts'
import { loadAttempt, replayAttempt } from '#server/attempts/service.ts'
import { requireUser } from '#server/auth/current-user.ts'
import { listRecordings, mostMegabytes } from '#server/recordings/service.ts'

export const metadata: Metadata = { title: 'Replay' }

export default async function ReplayPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const user = await requireUser(`/attempts/${id}/replay`)
  const attempt = await loadAttempt(user.id, id)
  if (!attempt) notFound()
  if (attempt.handedInAtMs === null) redirect(`/sit/${id}`)
  return (
    <Page
      wide
      title={`Replay: ${attempt.drill.drill.title}`}
      lead="Move along the minutes: the design as it was, and what its score would have been."
      actions={<LinkButton href={`/attempts/${id}`}>Back to the score</LinkButton>}
    >
      <Suspense
        fallback={
          <p role="status" className="rounded-md bg-sunken p-4 text-sm text-quiet">
            Scoring the draft of each minute…
          </p>
        }
      >
        <Scored userId={user.id} attemptId={id} submission={attempt.submission} />
      </Suspense>
    </Page>
  )
}

async function Scored({ userId, attemptId, submission }: { userId: string; attemptId: string; submission: Submission }) {
  const [replay, kept] = await Promise.all([replayAttempt(userId, attemptId), listRecordings(userId, attemptId)])
  if (!replay.ok) return null
  const recordings = { kept, mostMegabytes: mostMegabytes() }
  return <ReplayView attemptId={attemptId} replay={replay} last={submission} recordings={recordings} />
}
