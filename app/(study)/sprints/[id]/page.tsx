import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getCatalog } from '#catalog/catalog.ts'
import { SprintRun } from '#components/sprint/sprint-run.tsx'
import { StartSprint } from '#components/sprint/start-sprint.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Page } from '#components/ui/page.tsx'
import { requireUser } from '#server/auth/current-user.ts'
import { loadSprint } from '#server/sprints/service.ts'
import { startSprintAction } from '../actions.ts'

export const metadata: Metadata = { title: 'Sprint' }

export default async function SprintPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const user = await requireUser(`/sprints/${id}`)
  const sprint = await loadSprint(user.id, id)
  if (!sprint) notFound()
  const catalog = await getCatalog()
  const lessons = Object.fromEntries(catalog.lessons().map(l => [l.slug, l.title]))
  return (
    <Page
      title="Sprint"
      actions={
        sprint.over ? (
          <>
            <LinkButton href="/sprints">All sprints</LinkButton>
            <StartSprint action={startSprintAction} label="Another five minutes" />
          </>
        ) : null
      }
    >
      <SprintRun key={String(sprint.over)} data={sprint} lessons={lessons} />
    </Page>
  )
}
