import type { Metadata } from 'next'
import Link from 'next/link'
import { getCatalog } from '#catalog/catalog.ts'
import { Button, LinkButton } from '#components/ui/button.tsx'
import { EmptyState, Page, Section } from '#components/ui/page.tsx'
import { ScrollingTable, TableHead } from '#components/ui/table.tsx'
import { slugTitle } from '#engine/plan/slug-title.ts'
import { requireUser } from '#server/auth/current-user.ts'
import { recallOverview } from '#server/recall/service.ts'
import { removeCardAction } from './actions.ts'
import { AddCard, ImportCards } from './own-cards.tsx'

export const metadata: Metadata = { title: 'Cards' }

const percent = (share: number | null) => (share === null ? '–' : `${Math.round(share * 100)}%`)

export default async function CardsPage() {
  const user = await requireUser('/cards')
  const [catalog, overview] = await Promise.all([getCatalog(), recallOverview(user.id)])
  const { due, fresh, seen, all, strength, lessons, own } = overview
  const waiting = due + fresh
  const begun = lessons.filter(lesson => lesson.seen > 0)
  const rest = lessons.filter(lesson => lesson.seen === 0)
  const titleOf = (slug: string) => catalog.lesson(slug)?.title ?? slugTitle(slug)
  return (
    <Page
      title="Cards"
      lead="Five minutes of recall. A card comes back when it is about to be forgotten, and its lesson decides when it first comes."
      actions={
        waiting > 0 ? (
          <LinkButton href="/cards/review" variant="primary">
            Recall for five minutes
          </LinkButton>
        ) : undefined
      }
    >
      <p className="mb-6">
        <span className="num font-semibold">{due}</span> due, <span className="num font-semibold">{fresh}</span> new and ready,{' '}
        <span className="num font-semibold">{seen}</span> of <span className="num">{all}</span> seen
        {strength === null ? '' : `; a card that you have seen is recalled with a chance of ${percent(strength)} today`}.
      </p>
      {waiting === 0 && seen === 0 ? (
        <EmptyState title="No card is ready yet" action={<LinkButton href="/lessons">Read a lesson</LinkButton>}>
          The cards of a lesson come when you mark it as done. You may also write your own, or make one of a slip on the page of a
          score.
        </EmptyState>
      ) : null}
      <Section id="by-lesson" title="By lesson">
        {begun.length > 0 ? <ByLesson lessons={begun} titleOf={titleOf} /> : null}
        {rest.length > 0 ? (
          <details className="mt-2 text-sm" open={begun.length === 0}>
            <summary className="text-quiet">
              {rest.length} {rest.length === 1 ? 'lesson' : 'lessons'} of which you have seen no card
            </summary>
            <ByLesson lessons={rest} titleOf={titleOf} />
          </details>
        ) : null}
      </Section>
      <Section id="own" title="Your own" aside={<a href="/api/cards/export">Export for Anki</a>}>
        <AddCard />
        {own.length === 0 ? (
          <p className="mt-3 text-sm text-quiet">
            Beside an estimate that went wrong, the page of a score has “Make a card”: it asks for that number again, with your
            own inputs.
          </p>
        ) : (
          <ul className="mt-4 divide-y divide-line border-y border-line text-sm">
            {own.map(({ id, ask, answer, origin }) => (
              <li key={id} className="flex items-start justify-between gap-3 py-2">
                <p className="min-w-0 break-words">
                  {ask} <span className="text-quiet">{answer}</span>
                  {origin.startsWith('slip:') ? (
                    <Link href={`/attempts/${origin.split(':')[1]}`} className="ml-2 text-xs">
                      from a slip
                    </Link>
                  ) : null}
                </p>
                <form action={removeCardAction}>
                  <input type="hidden" name="id" value={id} />
                  <Button type="submit" size="sm" variant="quiet" aria-label={`Remove: ${ask}`}>
                    Remove
                  </Button>
                </form>
              </li>
            ))}
          </ul>
        )}
        <div className="mt-5">
          <ImportCards />
        </div>
      </Section>
    </Page>
  )
}

type Lessons = Awaited<ReturnType<typeof recallOverview>>['lessons']

function ByLesson({ lessons, titleOf }: { lessons: Lessons; titleOf: (slug: string) => string }) {
  return (
    <ScrollingTable label="Cards by lesson" minWidth="">
      <TableHead
        columns={[
          { title: 'Lesson' },
          { title: 'Seen', right: true },
          { title: 'Due', right: true },
          { title: 'Recall', right: true },
        ]}
      />
      <tbody>
        {lessons.map(({ lesson, all: count, seen: known, due: now, strength: chance }) => (
          <tr key={lesson} className="border-b border-line">
            <td className="py-1.5 pr-4">
              <Link href={`/lessons/${lesson}`}>{titleOf(lesson)}</Link>
            </td>
            <td className="num py-1.5 pr-4 text-right whitespace-nowrap">
              {known}/{count}
            </td>
            <td className="num py-1.5 pr-4 text-right">{now}</td>
            <td className="num py-1.5 text-right">{percent(chance)}</td>
          </tr>
        ))}
      </tbody>
    </ScrollingTable>
  )
}
