import type { Metadata } from 'next'
import Link from 'next/link'
import { getCatalog } from '#catalog/catalog.ts'
import { mostLeft } from '#components/review/most-left.ts'
import { BandSentence } from '#components/review/score-view.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Page, Section } from '#components/ui/page.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { slugTitle } from '#engine/plan/slug-title.ts'
import { planToday, startOfPlan, type Task } from '#engine/plan/today.ts'
import { readReport } from '#engine/rubric/score-report.ts'
import { listAttempts, loadAttempt } from '#server/attempts/service.ts'
import { requireUser } from '#server/auth/current-user.ts'
import { lessonProgress } from '#server/progress/service.ts'
import { PlanForm } from './plan-form.tsx'

export const metadata: Metadata = { title: 'Today' }

export default async function TodayPage() {
  const user = await requireUser('/today')
  const [catalog, attempts, progress] = await Promise.all([getCatalog(), listAttempts(user.id), lessonProgress(user.id)])
  const plan = catalog.plan()
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: user.timeZone }).format(Date.now())
  const start = startOfPlan(plan, user)
  const done = new Set([
    ...Object.entries(progress).flatMap(([slug, p]) => (p.doneAtMs === null ? [] : [`lesson:${slug}`])),
    ...attempts.flatMap(a => (a.handedInAtMs === null ? [] : [`drill:${a.drillSlug}`])),
  ])
  const exists = (key: string) => {
    const slug = key.slice(key.indexOf(':') + 1)
    return key.startsWith('lesson:') ? catalog.lesson(slug) !== undefined : catalog.drill(slug) !== undefined
  }
  const state = planToday(plan, { start: start ?? today, today, done, exists })
  const open = attempts.find(a => a.handedInAtMs === null)
  const scored = attempts.find(a => a.bands !== null)
  const last = scored ? await loadAttempt(user.id, scored.id) : null
  const report = readReport(last?.scores.at(-1)?.report)
  const weights = Object.fromEntries(catalog.scoring().dimensions.map(d => [d.id, d.weights[user.level]]))
  const best = report ? mostLeft(report, user.level, weights, 1)[0] : undefined
  const titleOf = (task: Task) =>
    (task.kind === 'lesson' ? catalog.lesson(task.slug)?.title : catalog.drill(task.slug)?.title) ?? slugTitle(task.slug)

  return (
    <Page
      title={`Today, ${new Intl.DateTimeFormat('en-GB', { timeZone: user.timeZone, weekday: 'long', day: 'numeric', month: 'long' }).format(Date.now())}`}
    >
      {start === null ? (
        <PlanForm today={today} />
      ) : (
        <ol aria-label="The eight weeks" className="mb-6 grid grid-cols-8 gap-1">
          {state.weeks.map((week, index) => {
            const number = index + 1
            const now = number === state.week
            return (
              <li key={week.title} aria-current={now ? 'step' : undefined} className="min-w-0">
                <div className="h-1.5 overflow-hidden rounded-full bg-line">
                  <div className="h-full bg-accent" style={{ width: `${week.of === 0 ? 0 : (week.done / week.of) * 100}%` }} />
                </div>
                <p className={`mt-1 text-xs ${now ? 'font-semibold text-ink' : 'text-faint'}`}>
                  <span className="sr-only">Week </span>
                  {number}
                  <span className="sr-only">
                    : {week.title}, {week.done} of {week.of} done
                  </span>
                </p>
              </li>
            )
          })}
        </ol>
      )}

      {start !== null ? (
        <p className="mb-4 text-quiet">
          {state.week === 0
            ? `The plan starts in ${-state.day} ${state.day === -1 ? 'day' : 'days'}. Nothing is due before that.`
            : state.week > plan.weeks.length
              ? 'The eight weeks are over. What is left stays here.'
              : `Week ${state.week} of ${plan.weeks.length}: ${plan.weeks[state.week - 1]?.title ?? ''}`}
        </p>
      ) : null}

      {open ? (
        <div className="card mb-3 flex flex-wrap items-center justify-between gap-3 border-accent p-4">
          <p>
            <span className="font-semibold">{catalog.drill(open.drillSlug)?.title ?? open.drillSlug}</span>{' '}
            <span className="text-quiet">is open{open.endsAtMs === null ? '' : ', and its clock runs'}.</span>
          </p>
          <LinkButton href={`/sit/${open.id}`} variant="primary">
            Go on
          </LinkButton>
        </div>
      ) : null}

      <ol className="flex flex-col gap-2">
        {state.next.map(task => (
          <li key={task.key} className="card flex items-center justify-between gap-4 p-4">
            <div className="min-w-0">
              <Link href={`/${task.kind}s/${task.slug}`} className="font-semibold text-ink">
                {titleOf(task)}
              </Link>
              <p className="text-sm text-quiet">
                {task.kind === 'lesson' ? 'Lesson' : 'Drill'}
                {task.week === state.week || start === null
                  ? ''
                  : task.state === 'due'
                    ? ` from week ${task.week}`
                    : `, ahead from week ${task.week}`}
              </p>
            </div>
            <span className="num shrink-0 text-sm text-quiet">{task.minutes} min</span>
          </li>
        ))}
      </ol>
      {state.next.length === 0 ? (
        <p className="card p-4 text-quiet">
          Everything in the plan that exists is done. A second attempt at a drill is the best use of the time.
        </p>
      ) : null}

      {report && scored ? (
        <Section
          id="last"
          title="Your last score"
          aside={<Link href={`/attempts/${scored.id}`}>{catalog.drill(scored.drillSlug)?.title ?? scored.drillSlug}</Link>}
        >
          <BandSentence report={report} />
          {best ? (
            <p className="mt-2 text-sm">
              <span className="font-medium">Best next step: </span>
              {best.question} {best.mend}
            </p>
          ) : null}
        </Section>
      ) : null}

      <Section id="plan" title="The plan" aside={start === null ? undefined : <Link href="/settings">Change its dates</Link>}>
        <div className="flex flex-col divide-y divide-line border-b border-line">
          {state.weeks.map((week, index) => (
            <details key={week.title} open={index + 1 === Math.max(1, state.week)} className="py-2">
              <summary className="flex items-baseline gap-3">
                <span className="num w-14 shrink-0 text-sm text-faint">Week {index + 1}</span>
                <span className="min-w-0 flex-1 font-medium">{week.title}</span>
                <span className="num text-sm text-quiet">
                  {week.done}/{week.of}
                </span>
              </summary>
              <p className="mt-1 mb-2 text-sm text-quiet sm:pl-[4.25rem]">{week.goal}</p>
              <ul className="flex flex-col gap-1 text-sm sm:pl-[4.25rem]">
                {state.tasks
                  .filter(t => t.week === index + 1)
                  .map(task => (
                    <li key={task.key} className="flex items-baseline gap-2">
                      <span className="w-12 shrink-0 text-xs text-faint">{task.kind === 'lesson' ? 'Lesson' : 'Drill'}</span>
                      {task.state === 'being written' ? (
                        <span className="text-faint">{titleOf(task)}</span>
                      ) : (
                        <Link href={`/${task.kind}s/${task.slug}`} className={task.state === 'done' ? 'text-quiet' : 'text-ink'}>
                          {titleOf(task)}
                        </Link>
                      )}
                      {task.state === 'done' ? (
                        <Tag tone="good">done</Tag>
                      ) : task.state === 'being written' ? (
                        <Tag>being written</Tag>
                      ) : null}
                    </li>
                  ))}
              </ul>
            </details>
          ))}
        </div>
      </Section>
    </Page>
  )
}
