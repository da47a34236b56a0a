import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { type Catalog, type CompiledLesson, getCatalog } from '#catalog/catalog.ts'
import { ContentsRail } from '#components/lesson/contents-rail.tsx'
import { InLesson } from '#components/lesson/lesson-context.tsx'
import { Mdx } from '#components/lesson/mdx.tsx'
import { ReadingPosition } from '#components/lesson/reading-position.tsx'
import { Button, LinkButton } from '#components/ui/button.tsx'
import { EmptyState, Page } from '#components/ui/page.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { lessonOrder } from '#engine/plan/plan.ts'
import { requireUser } from '#server/auth/current-user.ts'
import { lessonProgress } from '#server/progress/service.ts'
import { markLesson } from './actions.ts'

type Props = { readonly params: Promise<{ readonly slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params
  const lesson = (await getCatalog()).lesson(slug)
  return lesson ? { title: lesson.title, description: lesson.summary } : {}
}

export default async function LessonPage({ params }: Props) {
  const { slug } = await params
  const user = await requireUser(`/lessons/${slug}`)
  const catalog = await getCatalog()
  const lesson = catalog.lesson(slug)
  if (!lesson) {
    if (!lessonOrder(catalog.plan()).includes(slug)) notFound()
    return <BeingWritten />
  }
  const progress = (await lessonProgress(user.id))[slug]
  const done = Boolean(progress?.doneAtMs)
  return (
    <main
      id="main"
      className="mx-auto w-full max-w-6xl px-4 pt-8 pb-20 sm:px-6 lg:grid lg:grid-cols-[13rem_minmax(0,1fr)] lg:gap-x-12"
    >
      <ReadingPosition slug={slug} position={progress?.position ?? 0} />
      <header className="mb-8 max-w-[36rem] lg:col-start-2">
        <p className="text-sm text-quiet">
          <Link href="/lessons">Lessons</Link> · {placeInPlan(catalog, slug)} · <span className="num">{lesson.minutes} min</span>{' '}
          {done ? <Tag tone="good">Done</Tag> : null}
        </p>
        <h1 className="mt-1 text-2xl font-semibold tracking-tight">{lesson.title}</h1>
        <p className="mt-2 text-lg text-quiet">{lesson.summary}</p>
      </header>
      <div className="lg:sticky lg:top-6 lg:col-start-1 lg:row-start-2 lg:max-h-[calc(100dvh-3rem)] lg:self-start lg:overflow-y-auto">
        <ContentsRail headings={lesson.headings} />
      </div>
      <article className="min-w-0 lg:col-start-2 lg:row-start-2">
        <InLesson slug={slug}>
          <Mdx code={lesson.code} {...catalog.reference()} />
        </InLesson>
        <Uses catalog={catalog} slug={slug} />
        <Sources lesson={lesson} />
        <LookUp catalog={catalog} slug={slug} />
        <footer className="mt-10 max-w-[36rem] border-t border-line pt-5">
          <form action={markLesson} className="flex flex-wrap items-center gap-3">
            <input type="hidden" name="slug" value={slug} />
            <input type="hidden" name="done" value={done ? 'no' : 'yes'} />
            <Button type="submit" variant={done ? 'secondary' : 'primary'}>
              {done ? 'Take the mark away' : 'Mark as done'}
            </Button>
            {lesson.frontmatter.drills.flatMap(drill => {
              const found = catalog.drill(drill)
              return found
                ? [
                    <LinkButton
                      key={drill}
                      href={`/drills/${drill}`}
                      className="max-w-full py-1.5 whitespace-normal"
                    >{`Drill: ${found.title}`}</LinkButton>,
                  ]
                : []
            })}
          </form>
          <Neighbours catalog={catalog} slug={slug} />
        </footer>
      </article>
    </main>
  )
}

function BeingWritten() {
  return (
    <Page title="Being written">
      <EmptyState
        title="This lesson is planned and not written yet"
        action={<LinkButton href="/lessons">See what is ready</LinkButton>}
      >
        The plan keeps its place, so nothing moves when it arrives.
      </EmptyState>
    </Page>
  )
}

/** Where the lesson is used: its cards, the drills that go with it, and those whose rubric sends people here. */
function Uses({ catalog, slug }: { catalog: Catalog; slug: string }) {
  const cards = catalog.cards().filter(card => card.lesson === slug).length
  const asking = catalog.drills().flatMap(drill => {
    const criteria = drill.compiled.criteria.filter(criterion => criterion.lesson === slug).length
    return criteria > 0 || drill.compiled.drill.lessons.includes(slug) ? [{ slug: drill.slug, title: drill.title, criteria }] : []
  })
  if (cards === 0 && asking.length === 0) return null
  return (
    <section aria-labelledby="uses" className="mt-10 max-w-[36rem] text-sm text-quiet">
      <h2 id="uses" className="font-semibold text-ink">
        Where it is used
      </h2>
      <ul className="mt-1 list-disc pl-5">
        {cards > 0 ? (
          <li>
            <Link href="/cards">{cards} cards</Link>, which come once the lesson is marked as done
          </li>
        ) : null}
        {asking.map(({ slug: drill, title, criteria }) => (
          <li key={drill}>
            <Link href={`/drills/${drill}`}>{title}</Link>
            {criteria > 0 ? `, ${criteria} ${criteria === 1 ? 'criterion' : 'criteria'} of its rubric` : ''}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Sources({ lesson }: { lesson: CompiledLesson }) {
  return (
    <section aria-labelledby="sources" className="mt-10 max-w-[36rem] text-sm text-quiet">
      <h2 id="sources" className="font-semibold text-ink">
        Sources
      </h2>
      <ul className="mt-1 list-disc pl-5">
        {lesson.frontmatter.sources.map(source => (
          <li key={source.title}>
            {source.url ? (
              <a href={source.url} rel="noreferrer">
                {source.title}
              </a>
            ) : (
              source.title
            )}
            {source.date ? `, ${source.date}` : ''}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What of the reference belongs to this lesson. */
function LookUp({ catalog, slug }: { catalog: Catalog; slug: string }) {
  const choosers = catalog.choosers().filter(({ results }) => results.some(({ lesson }) => lesson === slug))
  return (
    <nav aria-label="To look up" className="mt-4 flex max-w-[36rem] flex-wrap gap-x-4 gap-y-1 text-sm print:hidden">
      {choosers.map(({ id, title }) => (
        <Link key={id} href={`/reference/choosers/${id}`}>
          Chooser: {title}
        </Link>
      ))}
      <Link href="/reference">Reference</Link>
    </nav>
  )
}

function placeInPlan(catalog: Catalog, slug: string): string {
  const week = catalog.plan().weeks.findIndex(one => one.items.some(item => 'lesson' in item && item.lesson === slug))
  return week < 0 ? 'Beside the plan' : `Week ${week + 1}`
}

/** The lessons before and after this one that can be read. */
function Neighbours({ catalog, slug }: { catalog: Catalog; slug: string }) {
  const lessons = catalog.lessons()
  const at = lessons.findIndex(lesson => lesson.slug === slug)
  const [before, after] = [lessons[at - 1], lessons[at + 1]]
  return (
    <nav aria-label="Previous and next lesson" className="mt-6 flex flex-wrap justify-between gap-3 text-sm">
      {before ? (
        <Link href={`/lessons/${before.slug}`} rel="prev">
          ← {before.title}
        </Link>
      ) : (
        <span />
      )}
      {after ? (
        <Link href={`/lessons/${after.slug}`} rel="next">
          {after.title} →
        </Link>
      ) : null}
    </nav>
  )
}
