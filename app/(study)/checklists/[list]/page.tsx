import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { getCatalog } from '#catalog/catalog.ts'
import { EmptyState, Page, Section } from '#components/ui/page.tsx'
import { Meter } from '#components/ui/tag.tsx'
import { slugTitle } from '#engine/plan/slug-title.ts'
import { listAttempts } from '#server/attempts/service.ts'
import { requireUser } from '#server/auth/current-user.ts'
import type { ItemState } from '#server/checklists/checklists.ts'
import { checklistOf } from '#server/checklists/service.ts'
import { Tick } from './tick.tsx'

type Props = { params: Promise<{ list: string }>; searchParams: Promise<Record<string, unknown>> }
const query = z.object({ attempt: z.string().max(64).optional().catch(undefined) })

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { list } = await params
  return { title: (await getCatalog()).checklists().find(({ id }) => id === list)?.title ?? 'Checklist' }
}

export default async function ChecklistPage({ params, searchParams }: Props) {
  const { list: id } = await params
  const user = await requireUser(`/checklists/${encodeURIComponent(id)}`)
  const { attempt: about } = query.parse(await searchParams)
  const [catalog, state] = await Promise.all([getCatalog(), checklistOf(user.id, id, about ?? null)])
  if (!state) notFound()
  const { list, attempt, groups, done, of } = state
  const ticks = list.each === 'person' || attempt !== null
  const drill = attempt && (catalog.drill(attempt.drillSlug)?.title ?? slugTitle(attempt.drillSlug))
  return (
    <Page
      title={list.title}
      lead={
        attempt ? (
          <>
            {list.about} This is for <Link href={`/attempts/${attempt.id}`}>{drill}</Link>.
          </>
        ) : (
          list.about
        )
      }
    >
      {ticks ? (
        <div className="mb-2">
          <p className="mb-1 text-sm text-quiet">
            <span className="num">{done}</span> of <span className="num">{of}</span> done
          </p>
          <Meter value={done} of={of} label="Done" />
        </div>
      ) : (
        <ChooseAttempt userId={user.id} list={id} timeZone={user.timeZone} />
      )}
      {groups.map(({ title, items }, index) => (
        <Section key={title} id={`group-${index + 1}`} title={title} className="mt-8">
          <ul className="divide-y divide-line">
            {items.map(item => (
              <li key={item.id} id={item.id} className="py-2.5 target:bg-accent-wash">
                {ticks ? (
                  <Tick
                    list={id}
                    item={item.id}
                    attempt={attempt?.id ?? null}
                    text={item.text}
                    ticked={item.tickedAtMs !== null}
                    seen={item.verdict?.done === true}
                  />
                ) : (
                  <p>{item.text}</p>
                )}
                <ItemAbout item={item} indented={ticks} />
              </li>
            ))}
          </ul>
        </Section>
      ))}
      <p className="mt-8 text-sm">
        <Link href="/reference#checklists">All checklists</Link>
      </p>
    </Page>
  )
}

/** By what an item is ticked, what to do instead, and where it leads. */
async function ItemAbout({ item, indented }: { item: ItemState; indented: boolean }) {
  const catalog = await getCatalog()
  const links = [
    ...item.lessons.map(slug => ({ href: `/lessons/${slug}`, kind: 'Lesson', slug, title: catalog.lesson(slug)?.title })),
    ...item.drills.map(slug => ({ href: `/drills/${slug}`, kind: 'Drill', slug, title: catalog.drill(slug)?.title })),
  ]
  if (!item.instead && !item.verdict && links.length === 0 && !item.page) return null
  return (
    <div className={`mt-0.5 text-sm text-quiet ${indented ? 'pl-7.5' : ''}`}>
      {item.instead ? <p className="text-ink">Instead: {item.instead}</p> : null}
      <p className="flex flex-wrap gap-x-4 gap-y-0.5">
        {item.verdict ? (
          <span className={item.verdict.done ? 'text-good' : ''}>
            {item.verdict.done
              ? `Seen: ${item.verdict.by}`
              : item.tickedAtMs === null
                ? item.verdict.by
                : `Ticked by you; ${item.verdict.by}`}
          </span>
        ) : null}
        {links.map(({ href, kind, slug, title }) =>
          title === undefined ? (
            <span key={href} className="text-faint">
              {slugTitle(slug)} (being written)
            </span>
          ) : (
            <Link key={href} href={href} aria-label={`${kind}: ${title}`}>
              {title}
            </Link>
          ),
        )}
        {item.page ? <Link href={item.page.href}>{item.page.title}</Link> : null}
      </p>
    </div>
  )
}

async function ChooseAttempt({ userId, list, timeZone }: { userId: string; list: string; timeZone: string }) {
  const [catalog, attempts] = await Promise.all([getCatalog(), listAttempts(userId)])
  const handedIn = attempts.filter(({ handedInAtMs }) => handedInAtMs !== null).slice(0, 8)
  const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone })
  if (handedIn.length === 0)
    return (
      <EmptyState title="There is nothing to look back on yet" action={<Link href="/drills">Choose a drill</Link>}>
        Hand in a drill; its page then leads here, and its answers are ticked for it alone.
      </EmptyState>
    )
  return (
    <nav aria-label="Attempts" className="card p-4">
      <p className="text-sm font-medium">Which attempt is it about?</p>
      <ul className="mt-1">
        {handedIn.map(({ id, drillSlug, handedInAtMs }) => (
          <li key={id} className="text-sm">
            <Link href={`/checklists/${list}?attempt=${id}`}>{catalog.drill(drillSlug)?.title ?? slugTitle(drillSlug)}</Link>{' '}
            <span className="text-quiet">{format.format(handedInAtMs ?? 0)}</span>
          </li>
        ))}
      </ul>
    </nav>
  )
}
