import type { Metadata } from 'next'
import { getCatalog } from '#catalog/catalog.ts'
import { DrillTrends } from '#components/review/drill-trends.tsx'
import { buttonClass, LinkButton } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { EmptyState, Page } from '#components/ui/page.tsx'
import { readAttemptFilter } from '#server/attempts/attempt-filter.ts'
import type { AttemptSummary } from '#server/attempts/load-attempt.ts'
import { listAttempts } from '#server/attempts/service.ts'
import { requireUser } from '#server/auth/current-user.ts'
import { AttemptFilters } from './attempt-filters.tsx'
import { AttemptRows } from './attempt-rows.tsx'

export const metadata: Metadata = { title: 'Attempts' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function AttemptsPage({ searchParams }: Props) {
  const user = await requireUser('/attempts')
  const { filter, problems } = readAttemptFilter(await searchParams)
  const [all, shown, catalog] = await Promise.all([listAttempts(user.id), listAttempts(user.id, filter), getCatalog()])
  const titles = Object.fromEntries(catalog.drills().map(d => [d.slug, d.title]))
  const titleOf = (slug: string) => titles[slug] ?? slug
  const drills = [...new Set(all.map(a => a.drillSlug))].map(slug => ({ slug, title: titleOf(slug) }))
  const trends = trendsOf(shown).map(trend => ({ ...trend, title: titleOf(trend.slug) }))
  return (
    <Page
      title="Attempts"
      lead="Every sitting is kept: what you handed in, its score, and the way there."
      actions={
        all.length > 0 ? (
          <a href="/api/export" download className={buttonClass()}>
            Export everything (JSON)
          </a>
        ) : null
      }
    >
      {all.length === 0 ? (
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
        <>
          <AttemptFilters filter={filter} drills={drills} />
          {problems.length > 0 ? (
            <Notice tone="attention" className="mb-4" title="Part of the address cannot be read and was left out">
              {problems.map(problem => (
                <p key={problem}>{problem}</p>
              ))}
            </Notice>
          ) : null}
          {trends.length > 0 ? <DrillTrends trends={trends} /> : null}
          {shown.length > 0 ? (
            <AttemptRows attempts={shown} titles={titles} timeZone={user.timeZone} />
          ) : (
            <EmptyState title="No attempt fits" action={<LinkButton href="/attempts">Show all {all.length}</LinkButton>}>
              Choose other words above.
            </EmptyState>
          )}
        </>
      )}
    </Page>
  )
}

/** The scores of each drill that was scored more than once, oldest first, at the levels that the attempts aimed at. */
function trendsOf(attempts: readonly AttemptSummary[]): readonly { slug: string; scores: readonly number[] }[] {
  const byDrill = new Map<string, number[]>()
  for (const { drillSlug, score } of attempts) {
    if (score !== null) byDrill.set(drillSlug, [score, ...(byDrill.get(drillSlug) ?? [])])
  }
  return [...byDrill].filter(([, scores]) => scores.length > 1).map(([slug, scores]) => ({ slug, scores }))
}
