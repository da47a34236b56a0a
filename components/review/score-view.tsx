import Link from 'next/link'
import type { CriterionReport, ScoreReport } from '#engine/rubric/score-report.ts'
import { MakeCard } from '../recall/make-card.tsx'
import { Section } from '../ui/page.tsx'
import { ScrollingTable, TableHead } from '../ui/table.tsx'
import { Meter, Tag, type TagTone } from '../ui/tag.tsx'
import { anchorOf } from './submission-view.tsx'
import { VerdictMark } from './verdict.tsx'

type Level = 'L6' | 'L7'

const bandTone: Readonly<Record<ScoreReport['bands'][Level], TagTone>> = {
  above: 'good',
  at: 'good',
  near: 'attention',
  below: 'bad',
  'not measured': 'plain',
}

export const bandWords: Readonly<Record<ScoreReport['bands'][Level], string>> = {
  above: 'above the bar',
  at: 'at the bar',
  near: 'near the bar',
  below: 'below the bar',
  'not measured': 'not measured',
}

/** A band as a tag, in its tone and its words. */
export function BandTag({ band, className = '' }: { band: ScoreReport['bands'][Level]; className?: string }) {
  return (
    <Tag tone={bandTone[band]} className={className}>
      {bandWords[band]}
    </Tag>
  )
}

const percent = (share: number | null) => (share === null ? '–' : `${Math.round(share * 100)}%`)
const points = (n: number) => (Number.isInteger(n) ? String(n) : n.toFixed(1))

/** The band for both levels in a sentence, and what caps it. */
export function BandSentence({ report }: { report: ScoreReport }) {
  return (
    <div className="flex flex-col gap-2">
      {(['L6', 'L7'] as const).map(level => {
        const { band, score, cappedBy, covered } = report.levels[level]
        return (
          <p key={level} className="text-xl">
            <span className="font-semibold">{level}:</span> <BandTag band={band} className="!text-base" />{' '}
            <span className="text-sm text-quiet">
              {band === 'not measured'
                ? `this drill covers ${percent(covered)} of what ${level} weighs`
                : `${percent(score)} of the weighted points`}
              {cappedBy.length > 0
                ? `; held back by a must-have: ${cappedBy.map(id => report.criteria.find(c => c.id === id)?.question ?? id).join(' ')}`
                : ''}
            </span>
          </p>
        )
      })}
    </div>
  )
}

export function Tiers({ report }: { report: ScoreReport }) {
  const rows = [
    ['Verified', report.tiers.verified, 'computed from what you typed; these alone make the bands'],
    ['Claimed', report.tiers.claimed, 'recognized in prose; shown beside, never added'],
    ['Self-assessed', report.tiers.selfAssessed, 'ticked by you afterwards; no points'],
  ] as const
  return (
    <dl className="grid gap-3 sm:grid-cols-3">
      {rows.map(([name, { earned, possible }, about]) => (
        <div key={name} className="card p-3">
          <dt className="text-sm font-semibold">{name}</dt>
          <dd>
            <p className="num mb-1.5">{possible === 0 ? 'none in this drill' : `${points(earned)} of ${points(possible)}`}</p>
            <Meter label={name} value={earned} of={possible} tone={name === 'Verified' ? 'accent' : 'quiet'} />
            <p className="mt-1.5 text-xs text-quiet">{about}</p>
          </dd>
        </div>
      ))}
    </dl>
  )
}

export function Dimensions({ report }: { report: ScoreReport }) {
  return (
    <table className="w-full text-sm">
      <caption className="sr-only">Points by dimension</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">Dimension</th>
          <th scope="col">Share</th>
          <th scope="col">Points</th>
        </tr>
      </thead>
      <tbody>
        {report.dimensions.map(d => (
          <tr key={d.id}>
            <th scope="row" className="py-1 pr-4 text-left font-normal">
              {d.title}
            </th>
            <td className="w-2/5 py-1">
              <Meter label={d.title} value={d.earned} of={d.possible} />
            </td>
            <td className="num py-1 pl-4 text-right whitespace-nowrap text-quiet">
              {points(d.earned)} / {points(d.possible)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function EstimateTable({ report, makeCards }: { report: ScoreReport; makeCards?: string }) {
  if (report.estimates.length === 0) return <p className="text-sm text-quiet">This drill asks for no numbers.</p>
  return (
    <ScrollingTable label="Table of estimates" minWidth="sm:min-w-[42rem]">
      <TableHead
        wideOnly
        columns={[
          { title: 'Asked' },
          { title: 'Stated', right: true },
          { title: 'From your own numbers', right: true },
          { title: 'Reference', right: true },
          { title: 'Ratio', right: true },
          { title: 'Verdict' },
        ]}
      />
      <tbody>
        {report.estimates.map(e => (
          <tr key={e.target} className="border-b border-line align-top">
            <th scope="row" className="py-2 pr-3 text-left font-normal">
              {e.ask}
              <dl className="num mt-0.5 grid grid-cols-[auto_1fr] gap-x-3 text-xs text-quiet sm:hidden">
                <dt>stated</dt>
                <dd className="text-ink">{e.text.stated || '–'}</dd>
                {e.text.recomputed ? (
                  <>
                    <dt>from your own</dt>
                    <dd>{e.text.recomputed}</dd>
                  </>
                ) : null}
                <dt>reference</dt>
                <dd>{e.text.reference || 'no one value'}</dd>
              </dl>
              {e.slip ? <p className="text-xs text-attention">{e.slip.explanation}</p> : null}
              {makeCards && (e.verdict === 'missed' || e.verdict === 'partly') ? (
                <MakeCard attemptId={makeCards} target={e.target} />
              ) : null}
            </th>
            <td className="num max-sm:hidden py-2 pr-3 text-right whitespace-nowrap">{e.text.stated || '–'}</td>
            <td className="num max-sm:hidden py-2 pr-3 text-right whitespace-nowrap text-quiet">{e.text.recomputed || '–'}</td>
            <td className="num max-sm:hidden py-2 pr-3 text-right whitespace-nowrap text-quiet">
              {e.text.reference || 'no one value'}
            </td>
            <td className="num max-sm:hidden py-2 pr-3 text-right">
              {e.ratio === null ? '–' : `${Number(e.ratio.toPrecision(3))}x`}
            </td>
            <td className="py-2 whitespace-nowrap">
              {e.verdict === 'not stated' ? <span className="text-quiet">Not stated</span> : <VerdictMark verdict={e.verdict} />}
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollingTable>
  )
}

export function Criteria({
  report,
  lessons,
  expects,
}: {
  report: ScoreReport
  lessons: Readonly<Record<string, string>>
  /** What the level of the attempt is expected to show, by dimension. */
  expects: Readonly<Record<string, string>>
}) {
  return (
    <div className="flex flex-col">
      {report.dimensions.map(d => {
        const inIt = report.criteria.filter(c => c.dimension === d.id && c.tier !== 'self-assessed')
        return inIt.length === 0 ? null : (
          <Section
            key={d.id}
            id={`dimension-${d.id}`}
            title={d.title}
            aside={<span className="num">{`${points(d.earned)} of ${points(d.possible)}`}</span>}
          >
            {expects[d.id] ? <p className="max-w-prose text-sm text-quiet">{expects[d.id]}</p> : null}
            <ol className="flex flex-col divide-y divide-line">
              {inIt.map(c => (
                <CriterionRow key={c.id} criterion={c} lessonTitle={c.lesson ? lessons[c.lesson] : undefined} />
              ))}
            </ol>
          </Section>
        )
      })}
    </div>
  )
}

function CriterionRow({ criterion: c, lessonTitle }: { criterion: CriterionReport; lessonTitle?: string | undefined }) {
  return (
    <li id={`criterion-${c.id}`} className="grid gap-x-4 gap-y-1 py-3 target:bg-accent-wash sm:grid-cols-[1fr_auto]">
      <div className="min-w-0">
        <p className="font-medium">{c.question}</p>
        <p className="text-sm text-quiet">{c.reason}</p>
        {c.evidence.length > 0 ? (
          <ul className="mt-1 flex flex-wrap gap-x-3 gap-y-0.5 text-sm">
            {c.evidence.map(e => (
              <li key={`${e.at}${e.text}`} className="min-w-0 max-w-full">
                <a href={`#${anchorOf(e.at)}`} className="num break-words text-accent">
                  {e.text || e.at}
                </a>
              </li>
            ))}
          </ul>
        ) : null}
        {c.verdict === 'met' ? null : (
          <p className="mt-1 text-sm">
            <span className="font-medium">Mend: </span>
            {c.mend}
            {c.lesson && lessonTitle ? (
              <>
                {' '}
                <Link href={`/lessons/${c.lesson}`}>{lessonTitle}</Link>
              </>
            ) : null}
          </p>
        )}
      </div>
      <div className="flex items-baseline gap-3 sm:flex-col sm:items-end sm:gap-0">
        {c.possible === 0 ? (
          <span className="text-sm whitespace-nowrap text-quiet">Not measured</span>
        ) : (
          <>
            <VerdictMark verdict={c.verdict} />
            <span className="num text-xs text-faint">
              {points(c.earned)} of {points(c.possible)}
            </span>
          </>
        )}
      </div>
    </li>
  )
}
