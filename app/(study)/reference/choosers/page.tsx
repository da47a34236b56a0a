import type { Metadata } from 'next'
import Link from 'next/link'
import { getCatalog } from '#catalog/catalog.ts'
import { ReferenceNav } from '#components/reference/reference-nav.tsx'
import { EmptyState, Page } from '#components/ui/page.tsx'
import { requireUser } from '#server/auth/current-user.ts'

export const metadata: Metadata = { title: 'Choosers' }

export default async function ChoosersPage() {
  await requireUser('/reference/choosers')
  const choosers = (await getCatalog()).choosers()
  return (
    <Page title="Choosers" lead="A few answers, some of them computed from your numbers, then what to do, why, and when not to.">
      <ReferenceNav current="choosers" />
      {choosers.length === 0 ? (
        <EmptyState title="There are no choosers yet">An author adds them to content/choosers.yaml.</EmptyState>
      ) : (
        <ol className="divide-y divide-line border-y border-line">
          {choosers.map(({ id, title, ask, questions, numbers }) => (
            <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-0.5 py-3">
              <div className="min-w-0">
                <h2 className="font-semibold">
                  <Link href={`/reference/choosers/${id}`} className="text-ink">
                    {title}
                  </Link>
                </h2>
                <p className="text-sm text-quiet">{ask}</p>
              </div>
              <p className="num text-sm text-quiet">
                {questions.length} questions{numbers.length > 0 ? `, ${numbers.length} numbers` : ''}
              </p>
            </li>
          ))}
        </ol>
      )}
    </Page>
  )
}
