import type { Metadata } from 'next'
import Link from 'next/link'
import { getCatalog } from '#catalog/catalog.ts'
import { mostLeft } from '#components/review/most-left.ts'
import { BandSentence } from '#components/review/score-view.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Page, Section } from '#components/ui/page.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { slugTitle } from '#engine/plan/slug-title.ts'
import type { Dropped } from '#engine/plan/solve.ts'
import { addDays, isTimeToCheck, planToday, type Task } from '#engine/plan/today.ts'
import { readReport } from '#engine/rubric/score-report.ts'
import { listAttempts, loadAttempt } from '#server/attempts/service.ts'
import { requireUser } from '#server/auth/current-user.ts'
import { checklistOf } from '#server/checklists/service.ts'
import { studyPlan } from '#server/plan/service.ts'
import { recallOverview } from '#server/recall/service.ts'
import { PlanForm } from './plan-form.tsx'
import { LeftOut, PlanItem } from './plan-item.tsx'

export const metadata: Metadata = { title: 'Today' }

export default async function TodayPage() {
  const user = await requireUser('/today')
  const [catalog, attempts, study, cards] = await Promise.all([
    getCatalog(),
    listAttempts(user.id),
    studyPlan(user),
    recallOverview(user.id),
  ])
  const { today, start, end, solved } = study
  const plan = catalog.plan()
  const done = new Set(study.done.keys())
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
  const titleOf = (task: Pick<Task, 'kind' | 'slug'>) =>
    (task.kind === 'lesson' ? catalog.lesson(task.slug)?.title : catalog.drill(task.slug)?.title) ?? slugTitle(task.slug)
  const shown = ({ key, minutes, pinned }: { key: string; minutes: number; pinned: boolean }) => {
    const slug = key.slice(key.indexOf(':') + 1)
    const kind = key.startsWith('lesson:') ? ('lesson' as const) : ('drill' as const)
    return { key, minutes, pinned, kind, title: titleOf({ kind, slug }), href: `/${kind}s/${slug}` }
  }
  const before =
    start !== null && isTimeToCheck(today, user.interviewDate, state.week) ? await checklistOf(user.id, 'before') : null
  const waiting = cards.due + cards.fresh
  const onToday = (solved.days.find(({ date }) => date === today)?.items ?? []).map(shown)
  // Three things at most: cards first, they are five minutes; what does not fit here stands under this week.
  const things = [
    ...(waiting > 0
      ? [{ key: 'cards', title: 'Recall your cards', href: '/cards/review', minutes: 5, about: cardsWords(cards) }]
      : []),
    ...onToday.map(item => ({ ...item, about: item.kind === 'lesson' ? 'Lesson' : 'Drill' })),
  ].slice(0, 3)
  const upcoming = solved.days.find(({ date, items }) => date > today && items.length > 0)
  const ahead = things.length === 0 ? upcoming?.items.slice(0, 1).map(shown)[0] : undefined
  const week = solved.days.filter(({ date, items }) => date <= addDays(today, 6) && items.length > 0)
  const dayName = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'short', timeZone: 'UTC' })

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

      <ol aria-label="To do today" className="flex flex-col gap-2">
        {things.map(({ key, title, href, minutes, about }) => (
          <li key={key} className="card flex items-center justify-between gap-4 p-4">
            <div className="min-w-0">
              <Link href={href} className="font-semibold text-ink">
                {title}
              </Link>
              <p className="text-sm text-quiet">{about}</p>
            </div>
            <span className="num shrink-0 text-sm text-quiet">{minutes} min</span>
          </li>
        ))}
      </ol>
      {things.length === 0 ? (
        <p className="card p-4 text-quiet">
          {ahead ? (
            <>
              Nothing is planned for today. If you have time: <Link href={ahead.href}>{ahead.title}</Link>, {ahead.minutes}{' '}
              minutes.
            </>
          ) : (
            'Everything in the plan that exists is done. A second attempt at a drill is the best use of the time.'
          )}
        </p>
      ) : null}

      {before && before.done < before.of ? (
        <p className="mt-3 text-sm">
          <Link href="/checklists/before">{before.list.title}</Link>{' '}
          <span className="text-quiet">
            <span className="num">{before.done}</span> of <span className="num">{before.of}</span> are in place.
          </span>
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

      {start !== null && week.length > 0 ? (
        <Section id="week" title="The next seven days" aside={<a href="/api/plan">Download the calendar</a>}>
          <ol className="divide-y divide-line border-y border-line">
            {week.map(({ date, items, minutes }) => (
              <li key={date} className="grid gap-x-4 py-2 sm:grid-cols-[11rem_1fr]">
                <p className="text-sm font-medium">
                  {date === today ? 'Today' : dayName.format(Date.parse(`${date}T00:00:00Z`))}{' '}
                  <span className="num font-normal text-quiet">{minutes} min</span>
                </p>
                <ul>
                  {items.map(item => (
                    <PlanItem key={item.key} item={shown(item)} date={date} last={end} />
                  ))}
                </ul>
              </li>
            ))}
          </ol>
          <p className="mt-1 text-xs text-quiet">
            Laid out anew each day from what is left: {Math.round(solved.asked / 60)} hours to do,{' '}
            {Math.round(solved.available / 60)} hours until {dayName.format(Date.parse(`${end}T00:00:00Z`))} at {user.weeklyHours}{' '}
            a week. What was missed has found its place again.
          </p>
        </Section>
      ) : null}

      {start !== null && solved.dropped.length > 0 ? (
        <Section id="left-out" title="Left out">
          <p className="mb-1 text-sm text-quiet">
            {solved.dropped.some(d => d.why === 'no time' || d.why === 'too long')
              ? 'There is too little time for all of it. What matters most has its place; more hours a week bring the rest back.'
              : 'What you took out, and what found no room where you put it.'}
          </p>
          <details open={solved.dropped.length <= 6}>
            <summary className="text-sm text-quiet">
              {solved.dropped.length} {solved.dropped.length === 1 ? 'item' : 'items'}
            </summary>
            <ul>
              {solved.dropped.map(item => (
                <LeftOut
                  key={item.key}
                  item={shown(item)}
                  why={whyWords[item.why]}
                  undo={item.pinned || item.why === 'skipped'}
                />
              ))}
            </ul>
          </details>
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

const whyWords: Readonly<Record<Dropped['why'], string>> = {
  skipped: 'skipped by you',
  'no time': 'no time left',
  'too long': 'longer than your week has hours',
  'pinned to the past': 'you had put it on a day that is over',
  'pinned to a full week': 'you had put it into a week that is full',
}

function cardsWords({ due, fresh }: { due: number; fresh: number }): string {
  const words = [due > 0 ? `${due} due` : '', fresh > 0 ? `${fresh} new` : ''].filter(Boolean)
  return `Cards, ${words.join(' and ')}`
}
