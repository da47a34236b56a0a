import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getCatalog } from '#catalog/catalog.ts'
import { StartForm } from '#components/drill/start-form.tsx'
import { Mdx } from '#components/lesson/mdx.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Page, Section } from '#components/ui/page.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { listAttempts } from '#server/attempts/service.ts'
import { requireUser } from '#server/auth/current-user.ts'
import { AttemptRows } from '../../attempts/attempt-rows.tsx'
import { startAction } from '../actions.ts'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params
  return { title: (await getCatalog()).drill(slug)?.title ?? 'Drill' }
}

export default async function DrillPage({ params }: Props) {
  const { slug } = await params
  const user = await requireUser(`/drills/${slug}`)
  const catalog = await getCatalog()
  const found = catalog.drill(slug)
  if (!found) notFound()
  const { drill } = found.compiled
  const attempts = await listAttempts(user.id, { drill: slug })
  const open = attempts.find(a => a.handedInAtMs === null)
  const minutes = Math.round(drill.minutes * (1 + user.extraTimePercent / 100))
  const lessons = drill.lessons.flatMap(name => catalog.lesson(name) ?? [])
  return (
    <Page
      title={drill.title}
      lead={
        <>
          <Tag>{drill.level}</Tag> <span className="num">{drill.minutes} min</span> · {drill.summary}
        </>
      }
    >
      <div className="card p-5">
        <div className="lesson-prose text-base">
          <Mdx code={found.prompt.code} />
        </div>
        <div className="mt-5 flex flex-wrap items-start gap-3 border-t border-line pt-4">
          {open ? (
            <LinkButton href={`/sit/${open.id}`} variant="primary">
              Go on with the open {open.mode === 'mock' ? 'mock interview' : open.mode}
            </LinkButton>
          ) : drill.practiceOnly ? (
            <StartForm action={startAction} drill={slug} mode="practice" label="Start the warm-up" variant="primary" />
          ) : (
            <>
              <StartForm
                action={startAction}
                drill={slug}
                mode="drill"
                label={`Start the clock: ${minutes} minutes`}
                variant="primary"
              />
              <StartForm action={startAction} drill={slug} mode="mock" label="Sit a mock interview" />
              <StartForm action={startAction} drill={slug} mode="practice" label="Practise without a clock" />
            </>
          )}
        </div>
        {open || drill.practiceOnly ? null : (
          <p className="mt-3 text-sm text-quiet">
            The clock runs on the server, also while the browser is closed. Everything is saved as you type
            {user.extraTimePercent > 0 ? `; your ${user.extraTimePercent}% of extra time is included` : ''}. A mock interview
            takes as long, has no checklist and no simulator, and an interviewer who asks about what you write. Several of them
            make an <Link href="/days">interview day</Link>; a friend who holds the interview finds what that takes in the{' '}
            <Link href={`/drills/${slug}/interviewer`}>interviewer's pack</Link>.
          </p>
        )}
      </div>

      <Section id="phases" title="How the time is planned">
        <ol className="grid gap-3 sm:grid-cols-2">
          {drill.phases.map(phase => (
            <li key={phase.id} className="text-sm">
              <p className="font-medium">
                {phase.title} <span className="num text-faint">{phase.minutes} min</span>
              </p>
              <ul className="mt-1 list-disc pl-5 text-quiet">
                {phase.checklist.map(item => (
                  <li key={item}>{item}</li>
                ))}
              </ul>
            </li>
          ))}
        </ol>
      </Section>

      {lessons.length > 0 ? (
        <Section id="before" title="Read before">
          <ul className="list-disc pl-5">
            {lessons.map(lesson => (
              <li key={lesson.slug}>
                <Link href={`/lessons/${lesson.slug}`}>{lesson.title}</Link>{' '}
                <span className="num text-sm text-faint">{lesson.minutes} min</span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}

      <Section id="attempts" title="Your attempts">
        {attempts.length === 0 ? (
          <p className="text-sm text-quiet">None yet. Each one is kept, with its score and every minute of it.</p>
        ) : (
          <AttemptRows attempts={attempts} titles={{ [slug]: drill.title }} timeZone={user.timeZone} />
        )}
      </Section>
    </Page>
  )
}
