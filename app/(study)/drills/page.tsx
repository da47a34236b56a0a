import type { Metadata } from 'next'
import Link from 'next/link'
import { getCatalog } from '#catalog/catalog.ts'
import { LinkButton } from '#components/ui/button.tsx'
import { EmptyState, Page } from '#components/ui/page.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { listAttempts } from '#server/attempts/service.ts'
import { requireUser } from '#server/auth/current-user.ts'

export const metadata: Metadata = { title: 'Drills' }

export default async function DrillsPage() {
  const user = await requireUser('/drills')
  const [catalog, attempts] = await Promise.all([getCatalog(), listAttempts(user.id)])
  const drills = catalog.drills()
  return (
    <Page
      title="Drills"
      lead="A prompt, a clock if you want one, and a design that is computed when you hand it in."
      actions={
        <>
          <LinkButton href="/days">Interview day</LinkButton>
          <LinkButton href="/sprints">Five-minute sprints</LinkButton>
        </>
      }
    >
      {drills.length === 0 ? (
        <EmptyState title="No drill is in the catalog">
          An author adds one as a folder of content/drills; docs/authoring.md shows how.
        </EmptyState>
      ) : (
        <ol className="divide-y divide-line border-y border-line">
          {drills.map(({ slug, title, level, minutes, compiled }) => {
            const mine = attempts.filter(a => a.drillSlug === slug)
            const open = mine.find(a => a.handedInAtMs === null)
            return (
              <li key={slug} className="grid gap-x-6 gap-y-1 py-4 sm:grid-cols-[1fr_auto] sm:items-center">
                <div className="min-w-0">
                  <h2 className="font-semibold">
                    <Link href={`/drills/${slug}`} className="text-ink">
                      {title}
                    </Link>
                  </h2>
                  <p className="text-sm text-quiet">{compiled.drill.summary}</p>
                </div>
                <p className="flex flex-wrap items-center gap-2 text-sm text-quiet">
                  <Tag>{level}</Tag>
                  <span className="num">{minutes} min</span>
                  {open ? <Tag tone="attention">open</Tag> : null}
                  {mine.some(a => a.handedInAtMs !== null) ? (
                    <Tag tone="good">{mine.filter(a => a.handedInAtMs !== null).length} scored</Tag>
                  ) : null}
                </p>
              </li>
            )
          })}
        </ol>
      )}
    </Page>
  )
}
