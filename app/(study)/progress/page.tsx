import * as Plot from '@observablehq/plot'
import type { Metadata } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { getCatalog } from '#catalog/catalog.ts'
import { Chart, narrowNames, tones } from '#components/progress/chart.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { EmptyState, Page, Section } from '#components/ui/page.tsx'
import { ScrollingTable, TableHead } from '#components/ui/table.tsx'
import type { Level } from '#engine/drill/drill.ts'
import { requireUser } from '#server/auth/current-user.ts'
import type { Progress } from '#server/progress/progress.ts'
import { progressOf } from '#server/progress/service.ts'

export const metadata: Metadata = { title: 'Progress' }

const percent = (share: number | null) => (share === null ? '–' : `${Math.round(share * 100)}%`)
const minutes = (n: number) => `${Math.round(n)} min`
const times = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`

export default async function ProgressPage() {
  const user = await requireUser('/progress')
  const [catalog, progress] = await Promise.all([getCatalog(), progressOf(user.id)])
  const { attempts, dimensions, topics, calibration, pace, quietShare, slips, week } = progress
  const title = (slug: string) => catalog.drill(slug)?.title ?? slug
  const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: user.timeZone })
  const known = topics.filter(({ mastery }) => mastery !== null)
  const weakest = known.toSorted((a, b) => (a.mastery ?? 0) - (b.mastery ?? 0)).slice(0, 5)
  const measured = dimensions.filter(({ mastery }) => mastery !== null)
  const empty = attempts.length === 0 && known.length === 0
  return (
    <Page
      title="Progress"
      lead="From what you did, by rules that you can read. Nothing here is a grade; it says what to do next."
    >
      <Week week={week} title={title} />
      {empty ? (
        <EmptyState title="Nothing to measure yet" action={<LinkButton href="/today">Begin with today</LinkButton>}>
          Answers to checks, recalled cards and scored drills are evidence. Reading alone is not.
        </EmptyState>
      ) : null}

      {attempts.length > 0 ? (
        <Section id="ready" title="Am I ready?">
          <Ready progress={progress} level={user.level} />
          <Table label="Scores" columns={['When', 'Drill', 'How', 'L6', 'L7']}>
            {attempts.toReversed().map(a => (
              <tr key={a.id} className="border-b border-line">
                <td className="num py-1 pr-4 whitespace-nowrap">{date.format(a.atMs)}</td>
                <td className="py-1 pr-4">
                  <Link href={`/attempts/${a.id}`}>{title(a.drillSlug)}</Link>
                </td>
                <td className="py-1 pr-4">{a.mode}</td>
                <td className="num py-1 pr-4 text-right">{percent(a.scores.L6)}</td>
                <td className="num py-1 text-right">{percent(a.scores.L7)}</td>
              </tr>
            ))}
          </Table>
        </Section>
      ) : null}

      {measured.length > 0 ? (
        <Section id="dimensions" title="Which dimensions hold, and which do not?">
          <Chart
            says={spread(measured.map(d => ({ name: d.title, mastery: d.mastery ?? 0 })))}
            options={{
              height: 26 * measured.length + 54,
              marginLeft: 210,
              x: { domain: [0, 100], label: 'percent of the points, newer scores counting more', grid: true },
              marks: [
                Plot.barX(measured, {
                  x: d => (d.mastery ?? 0) * 100,
                  y: 'title',
                  fill: tones.first,
                  sort: { y: '-x' },
                  inset: 3,
                }),
                Plot.ruleX([0], { stroke: tones.quiet }),
              ],
              y: { label: null },
            }}
            narrow={{
              height: 34 * measured.length + 50,
              marginLeft: 148,
              x: { domain: [0, 100], label: 'percent of the points', grid: true, ticks: 5 },
              marks: [
                narrowNames(),
                Plot.barX(measured, {
                  x: d => (d.mastery ?? 0) * 100,
                  y: 'title',
                  fill: tones.first,
                  sort: { y: '-x' },
                  inset: 5,
                }),
                Plot.ruleX([0], { stroke: tones.quiet }),
              ],
            }}
          />
          <Table label="Dimensions" columns={['Dimension', 'Points', 'From']}>
            {dimensions.map(({ id, title: name, mastery, sittings }) => (
              <tr key={id} className="border-b border-line">
                <td className="py-1 pr-4">{name}</td>
                <td className="num py-1 pr-4 text-right">{percent(mastery)}</td>
                <td className="num py-1 text-right">{times(sittings, 'sitting')}</td>
              </tr>
            ))}
          </Table>
        </Section>
      ) : null}

      {known.length > 0 ? (
        <Section id="topics" title="Which topics should I go back to?">
          <ol className="mb-3 divide-y divide-line border-y border-line">
            {weakest.map(({ slug, title: name, mastery }) => (
              <li key={slug} className="grid grid-cols-[1fr_8rem_3.5rem] items-center gap-3 py-1.5 text-sm">
                <Link href={`/lessons/${slug}`}>{name}</Link>
                <Bar share={mastery ?? 0} />
                <span className="num text-right">{percent(mastery)}</span>
              </li>
            ))}
          </ol>
          <Table label="Topics" columns={['Topic', 'Mastery', 'Lesson']}>
            {topics.map(({ slug, title: name, mastery, read }) => (
              <tr key={slug} className="border-b border-line">
                <td className="py-1 pr-4">
                  <Link href={`/lessons/${slug}`}>{name}</Link>
                </td>
                <td className="num py-1 pr-4 text-right">{percent(mastery)}</td>
                <td className="py-1">{read ? 'done' : ''}</td>
              </tr>
            ))}
          </Table>
        </Section>
      ) : null}

      {calibration.length > 0 ? (
        <Section id="calibration" title="Do my ranges hold as often as I say?">
          <Chart
            says={calibration
              .map(
                ({ confidence, held, of, share }) =>
                  `Of ${times(of, 'range')} that you were ${confidence}% sure of, ${held} held (${percent(share)}).`,
              )
              .join(' ')}
            options={{
              height: 240,
              x: { domain: [40, 100], label: 'how sure you were, %' },
              y: { domain: [0, 100], label: 'how often it held, %', grid: true },
              marks: [
                Plot.line(
                  [
                    [40, 40],
                    [100, 100],
                  ],
                  { stroke: tones.quiet, strokeDasharray: '4 3' },
                ),
                Plot.ruleX(calibration, {
                  x: 'confidence',
                  y1: d => d.low * 100,
                  y2: d => d.high * 100,
                  stroke: tones.first,
                  strokeWidth: 2,
                }),
                Plot.dot(calibration, { x: 'confidence', y: d => d.share * 100, fill: tones.first, r: 5 }),
              ],
            }}
          />
          <Table label="Calibration" columns={['How sure', 'Held', 'Share', 'In the long run, 95%']}>
            {calibration.map(({ confidence, held, of, share, low, high }) => (
              <tr key={confidence} className="border-b border-line">
                <td className="num py-1 pr-4">{confidence}%</td>
                <td className="num py-1 pr-4 text-right">
                  {held} of {of}
                </td>
                <td className="num py-1 pr-4 text-right">{percent(share)}</td>
                <td className="num py-1 text-right">
                  {percent(low)} to {percent(high)}
                </td>
              </tr>
            ))}
          </Table>
        </Section>
      ) : null}

      {pace.length > 0 ? (
        <Section id="pace" title="Where does the time go?">
          <Chart
            says={`${paceWords(pace)}${quietShare === null ? '' : ` In ${percent(quietShare)} of the time nothing was written.`}`}
            options={{
              height: 34 * pace.length + 54,
              marginLeft: 215,
              x: { label: 'minutes a sitting, written; the mark is the plan', grid: true },
              y: { label: null, domain: pace.map(p => p.title) },
              marks: [
                Plot.barX(pace, { x: 'spent', y: 'title', fill: tones.first, inset: 4 }),
                Plot.tickX(pace, { x: 'planned', y: 'title', stroke: tones.ink, strokeWidth: 3 }),
              ],
            }}
            narrow={{
              height: 40 * pace.length + 50,
              marginLeft: 148,
              x: { label: 'minutes; the mark is the plan', grid: true, ticks: 5 },
              marks: [
                narrowNames(),
                Plot.barX(pace, { x: 'spent', y: 'title', fill: tones.first, inset: 6 }),
                Plot.tickX(pace, { x: 'planned', y: 'title', stroke: tones.ink, strokeWidth: 3 }),
              ],
            }}
          />
          <Table label="Pace" columns={['Phase', 'Written', 'Planned', 'From']}>
            {pace.map(p => (
              <tr key={p.title} className="border-b border-line">
                <td className="py-1 pr-4">{p.title}</td>
                <td className="num py-1 pr-4 text-right">{minutes(p.spent)}</td>
                <td className="num py-1 pr-4 text-right">{minutes(p.planned)}</td>
                <td className="num py-1 text-right">{times(p.sittings, 'sitting')}</td>
              </tr>
            ))}
          </Table>
        </Section>
      ) : null}

      {slips.length > 0 ? (
        <Section id="slips" title="Which mistakes come back?">
          <ul className="divide-y divide-line border-y border-line text-sm">
            {slips.map(({ id, times: count, lastMs, explanation }) => (
              <li key={id} className="flex flex-wrap justify-between gap-x-4 py-1.5">
                <span>
                  <span className="font-medium">{id.replaceAll(/[-_]/g, ' ')}</span>{' '}
                  <span className="text-quiet">{explanation}</span>
                </span>
                <span className="num text-quiet">
                  {times(count, 'time')}, last {date.format(lastMs)}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <p className="mt-8 max-w-prose text-xs text-quiet">
        The rules: a topic is the mean of its checks, its cards and the criteria that point to it, halved every 45 days; a
        forecast is about this app’s score, not about an interview. They are published with the source, in docs/progress.md.
      </p>
    </Page>
  )
}

function Table({ label, columns, children }: { label: string; columns: readonly string[]; children: ReactNode }) {
  return (
    <details className="mt-2 text-sm">
      <summary className="text-quiet">As a table</summary>
      <ScrollingTable label={label} minWidth="min-w-[26rem]">
        <TableHead
          columns={columns.map((title, index) => ({
            title,
            right: index > 0 && title !== 'Drill' && title !== 'How' && title !== 'Lesson',
          }))}
        />
        <tbody>{children}</tbody>
      </ScrollingTable>
    </details>
  )
}

function Bar({ share }: { share: number }) {
  return (
    <div aria-hidden className="h-1.5 rounded-full bg-line">
      <div className="h-full rounded-full bg-data-1" style={{ width: `${share * 100}%` }} />
    </div>
  )
}

function Week({ week, title }: { week: Progress['week']; title: (slug: string) => string }) {
  const { lessons, attempts, reviews, recalled, sprints, best } = week
  const parts = [
    lessons > 0 ? times(lessons, 'lesson') : '',
    attempts > 0 ? `${times(attempts, 'scored drill')}` : '',
    reviews > 0 ? `${times(reviews, 'card')} (${percent(recalled / reviews)} recalled)` : '',
    sprints > 0 ? times(sprints, 'sprint') : '',
  ].filter(Boolean)
  return (
    <section aria-labelledby="week-title" className="card mb-8 p-4">
      <h2 id="week-title" className="font-semibold">
        The last seven days
      </h2>
      <p className="text-sm">
        {parts.length === 0 ? 'Nothing yet. A five-minute recall or a sprint is a way back in.' : `${parts.join(', ')}.`}
        {best ? (
          <>
            {' '}
            Best score: <Link href={`/attempts/${best.id}`}>{title(best.drillSlug)}</Link>, {percent(best.score)}.
          </>
        ) : null}
      </p>
    </section>
  )
}

function Ready({ progress, level }: { progress: Progress; level: Level }) {
  const timed = progress.attempts.flatMap(a => {
    const score = a.scores[level]
    return a.mode === 'practice' || score === null ? [] : [{ at: new Date(a.atMs), score: score * 100 }]
  })
  const { expected, low, high, chance, sittings, thin, bar } = progress.readiness[level]
  const other: Level = level === 'L6' ? 'L7' : 'L6'
  const also = progress.readiness[other]
  const says = thin
    ? `${times(sittings, 'timed sitting')} so far: too few to say. Your next score at ${level} is somewhere from ${percent(low)} to ${percent(high)}.`
    : `Your next timed sitting comes to about ${percent(expected)} at ${level}, in four of five cases from ${percent(low)} to ${percent(high)}. The chance of being at the bar (${percent(bar)}) is ${percent(chance)}; at ${other} it is ${percent(also.chance)}.`
  if (timed.length < 2) return <p>{says}</p>
  return (
    <Chart
      says={says}
      options={{
        y: { domain: [0, 100], label: `score at ${level}, %`, grid: true },
        x: { label: null, type: 'time' },
        marginBottom: 34,
        marks: [
          Plot.ruleY([bar * 100], { stroke: tones.second, strokeDasharray: '5 3' }),
          Plot.text([{ y: bar * 100 }], { y: 'y', text: () => 'at the bar', frameAnchor: 'right', dy: -7, fill: tones.quiet }),
          Plot.line(timed, { x: 'at', y: 'score', stroke: tones.first }),
          Plot.dot(timed, { x: 'at', y: 'score', fill: tones.first, r: 4 }),
        ],
      }}
      narrow={{ marginLeft: 36, x: { label: null, type: 'time', ticks: 4 } }}
    />
  )
}

function spread(list: readonly { readonly name: string; readonly mastery: number }[]): string {
  const sorted = list.toSorted((a, b) => b.mastery - a.mastery)
  const [best, worst] = [sorted[0], sorted.at(-1)]
  if (!best || !worst || best === worst) return best ? `${best.name}: ${percent(best.mastery)}.` : ''
  return `Strongest: ${best.name} (${percent(best.mastery)}). Weakest: ${worst.name} (${percent(worst.mastery)}).`
}

function paceWords(pace: Progress['pace']): string {
  const over = pace.toSorted((a, b) => b.spent - b.planned - (a.spent - a.planned))[0]
  const under = pace.toSorted((a, b) => a.spent - a.planned - (b.spent - b.planned))[0]
  const words: string[] = []
  if (over && over.spent - over.planned >= 1)
    words.push(`${over.title} takes ${minutes(over.spent - over.planned)} more than planned.`)
  if (under && under.planned - under.spent >= 1)
    words.push(`${under.title} gets ${minutes(under.planned - under.spent)} less than planned.`)
  return words.join(' ') || 'Every phase is about as long as planned.'
}
