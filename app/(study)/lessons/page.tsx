import type { Metadata } from 'next'
import Link from 'next/link'
import { getCatalog } from '#catalog/catalog.ts'
import { Page, Section } from '#components/ui/page.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { slugTitle } from '#engine/plan/slug-title.ts'
import { requireUser } from '#server/auth/current-user.ts'
import { lessonProgress } from '#server/progress/service.ts'

export const metadata: Metadata = { title: 'Lessons' }

export default async function LessonsPage() {
  const user = await requireUser('/lessons')
  const [catalog, progress] = await Promise.all([getCatalog(), lessonProgress(user.id)])
  const planned = new Set<string>()
  const weeks = catalog.plan().weeks.map(week => ({
    title: week.title,
    goal: week.goal,
    lessons: week.items.flatMap(item => {
      if (!('lesson' in item)) return []
      planned.add(item.lesson)
      return [{ slug: item.lesson, minutes: item.minutes, lesson: catalog.lesson(item.lesson) }]
    }),
  }))
  const others = catalog.lessons().filter(lesson => !planned.has(lesson.slug))
  return (
    <Page title="Lessons" lead="In the order of the plan. Each takes under an hour, computes something, and asks before it ends.">
      {weeks.map((week, index) => (
        <Section key={week.title} id={`week-${index + 1}`} title={`Week ${index + 1}: ${week.title}`}>
          <p className="mb-2 text-sm text-quiet">{week.goal}</p>
          <ol className="divide-y divide-line">
            {week.lessons.map(({ slug, minutes, lesson }) => (
              <LessonRow
                key={slug}
                slug={slug}
                title={lesson?.title}
                summary={lesson?.summary}
                minutes={minutes}
                doneAtMs={progress[slug]?.doneAtMs ?? null}
                position={progress[slug]?.position ?? 0}
              />
            ))}
          </ol>
        </Section>
      ))}
      {others.length > 0 ? (
        <Section id="more" title="Beside the plan">
          <ol className="divide-y divide-line">
            {others.map(lesson => (
              <LessonRow
                key={lesson.slug}
                slug={lesson.slug}
                title={lesson.title}
                summary={lesson.summary}
                minutes={lesson.minutes}
                doneAtMs={progress[lesson.slug]?.doneAtMs ?? null}
                position={progress[lesson.slug]?.position ?? 0}
              />
            ))}
          </ol>
        </Section>
      ) : null}
    </Page>
  )
}

type Row = {
  readonly slug: string
  readonly title: string | undefined
  readonly summary: string | undefined
  readonly minutes: number
  readonly doneAtMs: number | null
  readonly position: number
}

function LessonRow({ slug, title, summary, minutes, doneAtMs, position }: Row) {
  const state = doneAtMs ? 'Done' : position > 0.02 ? `${Math.round(position * 100)}% read` : undefined
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 py-2.5">
      {title ? (
        <Link href={`/lessons/${slug}`} className="font-medium text-accent">
          {title}
        </Link>
      ) : (
        <span className="text-faint">{slugTitle(slug)}</span>
      )}
      <span className="ml-auto flex items-baseline gap-2 text-sm text-quiet">
        {title ? null : <Tag>being written</Tag>}
        {state ? <Tag tone={doneAtMs ? 'good' : 'plain'}>{state}</Tag> : null}
        <span className="num whitespace-nowrap">{minutes} min</span>
      </span>
      {summary ? <p className="w-full text-sm text-quiet">{summary}</p> : null}
    </li>
  )
}
