import type { Metadata } from 'next'
import { ReviewSession } from '#components/recall/review-session.tsx'
import { Page } from '#components/ui/page.tsx'
import { requireUser } from '#server/auth/current-user.ts'
import { recallSession } from '#server/recall/service.ts'

export const metadata: Metadata = { title: 'Recall' }

const MINUTES = 5

export default async function RecallPage() {
  const user = await requireUser('/cards/review')
  const { cards, leftOut, newLeft } = await recallSession(user.id, MINUTES)
  return (
    <Page title="Recall">
      <div className="max-w-2xl">
        <ReviewSession cards={cards} leftOut={leftOut} newLeft={newLeft} minutes={MINUTES} />
      </div>
    </Page>
  )
}
