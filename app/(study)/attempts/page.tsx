import type { Metadata } from 'next'
import { getCatalog } from '#catalog/catalog.ts'
import { buttonClass, LinkButton } from '#components/ui/button.tsx'
import { EmptyState, Page } from '#components/ui/page.tsx'
import { listAttempts } from '#server/attempts/service.ts'
import { requireUser } from '#server/auth/current-user.ts'
import { AttemptRows } from './attempt-rows.tsx'

export const metadata: Metadata = { title: 'Attempts' }

export default async function AttemptsPage() {
  const user = await requireUser('/attempts')
  const [attempts, catalog] = await Promise.all([listAttempts(user.id), getCatalog()])
  const titles = Object.fromEntries(catalog.drills().map(d => [d.slug, d.title]))
  return (
    <Page
      title="Attempts"
      lead="Every sitting is kept: what you handed in, its score, and the way there."
      actions={
        attempts.length > 0 ? (
          <a href="/api/export" download className={buttonClass()}>
            Export everything (JSON)
          </a>
        ) : null
      }
    >
      {attempts.length === 0 ? (
        <EmptyState
          title="No attempt yet"
          action={
            <LinkButton href="/drills" variant="primary">
              Choose a drill
            </LinkButton>
          }
        >
          The five-minute warm-up shows the workspace.
        </EmptyState>
      ) : (
        <AttemptRows attempts={attempts} titles={titles} timeZone={user.timeZone} />
      )}
    </Page>
  )
}
