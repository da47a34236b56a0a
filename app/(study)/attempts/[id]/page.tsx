import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound, redirect } from 'next/navigation'
import { Suspense } from 'react'
import { getCatalog } from '#catalog/catalog.ts'
import { LateDrafts } from '#components/drill/late-drafts.tsx'
import { StartForm } from '#components/drill/start-form.tsx'
import { CurveballList } from '#components/review/curveball-list.tsx'
import { DesignRun } from '#components/review/design-run.tsx'
import { NoteForm } from '#components/review/note-form.tsx'
import { PredictionRun } from '#components/review/prediction-run.tsx'
import { Radar } from '#components/review/radar.tsx'
import { SaidList } from '#components/review/said-list.tsx'
import { BandSentence, Criteria, Dimensions, EstimateTable, Tiers } from '#components/review/score-view.tsx'
import { SelfAssessment } from '#components/review/self-assessment.tsx'
import { selfCriteriaOf } from '#components/review/self-criteria.ts'
import { anchorOf, SubmissionView } from '#components/review/submission-view.tsx'
import { buttonClass } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Page, Section } from '#components/ui/page.tsx'
import { parseSubmission } from '#engine/design/parse-submission.ts'
import { toPublicDrill } from '#engine/drill/drill.ts'
import { readReport } from '#engine/rubric/score-report.ts'
import { interviewOf, loadAttempt } from '#server/attempts/service.ts'
import { requireUser } from '#server/auth/current-user.ts'
import { startAction } from '../../drills/actions.ts'
import { CoachEdits, CoachLedger } from './coach-section.tsx'
import { DayNotice } from './day-notice.tsx'
import { FriendsSection } from './friends-section.tsx'
import { ReviewLinks } from './review-links.tsx'
import { OutdatedScore, ScoresSection } from './scores-section.tsx'
import { ShareSection } from './share-section.tsx'

export const metadata: Metadata = { title: 'Score' }

const modeNames = { practice: 'Practice', drill: 'Drill', mock: 'Mock interview' } as const

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ beside?: string | string[] }> }

export default async function AttemptPage({ params, searchParams }: Props) {
  const { id } = await params
  const { beside } = await searchParams
  const user = await requireUser(`/attempts/${id}`)
  const attempt = await loadAttempt(user.id, id)
  if (!attempt) notFound()
  if (attempt.handedInAtMs === null) redirect(`/sit/${id}`)
  const catalog = await getCatalog()
  const { drill, criteria, scoring } = attempt.drill
  const report = readReport(attempt.scores.at(-1)?.report)
  const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: user.timeZone })
  const took = Math.round((attempt.handedInAtMs - attempt.startedAtMs) / 60_000)
  const lessons = Object.fromEntries(catalog.lessons().map(l => [l.slug, l.title]))
  const shortTitles = Object.fromEntries(scoring.dimensions.map(d => [d.id, d.title.split(/[ :,]/)[0] ?? d.title]))
  const expects = Object.fromEntries(
    scoring.dimensions.flatMap(d => (d.expects ? [[d.id, `${attempt.level}: ${d.expects[attempt.level]}`]] : [])),
  )
  const exemplars = catalog.drill(drill.slug)?.exemplars ?? []
  const exemplar = exemplars.find(e => e.name === beside)
  const model = exemplar ? parseSubmission(exemplar.exemplar.submission) : undefined
  const selfCriteria = selfCriteriaOf(attempt.drill, report)
  const interview = await interviewOf(user.id, id)
  const { facts } = toPublicDrill(
    drill,
    attempt.questions.flatMap(q => q.factId ?? []),
  )

  return (
    <Page
      wide
      title={drill.title}
      lead={`${modeNames[attempt.mode]}, handed in ${format.format(attempt.handedInAtMs)}${attempt.handedInBy === 'clock' ? ' by the clock' : ''}${attempt.mode === 'practice' ? '' : `, after ${took} min`}`}
      actions={
        <div className="flex flex-wrap gap-2 print:hidden">
          <a className={buttonClass()} href={`/api/attempts/${id}/export?format=markdown`} download>
            Export Markdown
          </a>
          <a className={buttonClass()} href={`/api/attempts/${id}/export?format=json`} download>
            Export JSON
          </a>
          <StartForm
            action={startAction}
            drill={drill.slug}
            mode={drill.practiceOnly ? 'practice' : attempt.mode}
            label="Try again"
            variant="primary"
          />
        </div>
      }
    >
      {attempt.handedInBy === 'clock' ? <LateDrafts attemptId={id} /> : null}
      <ReviewLinks attemptId={id} />
      <DayNotice userId={user.id} attemptId={id} />
      <OutdatedScore userId={user.id} attemptId={id} />
      {attempt.mode === 'mock' ? (
        <Section id="predictions" title="What breaks first" aside="What you said, and what the run says" className="mt-2 mb-8">
          <PredictionRun submission={attempt.submission} kinds={attempt.drill.kinds} facts={facts} attemptId={id} />
        </Section>
      ) : null}
      {report ? (
        <>
          <BandSentence report={report} />
          <section aria-labelledby="edits-title" className="mt-6">
            <h2 id="edits-title" className="mb-2 font-semibold">
              The three cheapest edits for {attempt.level}
            </h2>
            <Suspense fallback={<EditsLoading />}>
              <CoachEdits userId={user.id} attemptId={id} level={attempt.level} report={report} />
            </Suspense>
          </section>
          <div className="mt-6">
            <Tiers report={report} />
          </div>
        </>
      ) : (
        <Notice tone="attention" title="The score is not there yet">
          It is computed when the attempt is handed in. Reload in a moment.
        </Notice>
      )}
      {attempt.lateDrafts.map(draft => (
        <details key={draft.id} className="mt-6 rounded-md bg-info-wash p-3 text-sm">
          <summary>
            A draft written {format.format(draft.writtenAtMs)} arrived after the end. It is kept here and not scored.
          </summary>
          <div className="mt-3">
            <SubmissionView submission={draft.submission} prefix={`late-${draft.id}`} />
          </div>
        </details>
      ))}

      {report ? (
        <>
          <Section id="dimensions" title="Ten dimensions">
            <div className="grid items-center gap-6 md:grid-cols-[24rem_1fr]">
              <Radar report={report} short={shortTitles} />
              <Dimensions report={report} />
            </div>
          </Section>
          <Section
            id="estimates"
            title="Estimates"
            aside="Right is what agrees with the reference, or follows from your own earlier numbers"
          >
            <EstimateTable report={report} makeCards={id} />
          </Section>
          <Suspense>
            <CoachLedger userId={user.id} attemptId={id} level={attempt.level} />
          </Suspense>
          {attempt.submission.architecture.flows.length > 0 ? (
            <Section id="design" title="Your design, run" aside="At any load, and with anything taken away">
              <DesignRun submission={attempt.submission} kinds={attempt.drill.kinds} facts={facts} attemptId={id} />
            </Section>
          ) : null}
        </>
      ) : null}

      <div className="mt-4 grid gap-x-10 xl:grid-cols-[minmax(0,1.25fr)_minmax(0,1fr)]">
        <div className="min-w-0">{report ? <Criteria report={report} lessons={lessons} expects={expects} /> : null}</div>
        {/* Beside the criteria on a wide screen, with a scroll of its own, so that a link into it keeps the criterion in view. */}
        <div className="min-w-0 xl:sticky xl:top-2 xl:max-h-[calc(100dvh-1rem)] xl:self-start xl:overflow-y-auto xl:pr-2">
          <Section
            id="submission"
            title="What you handed in"
            aside={
              exemplars.length > 0 ? (
                <nav aria-label="Beside it" className="flex flex-wrap gap-x-3 print:hidden">
                  <span>Read beside it:</span>
                  {exemplars.map(e => (
                    <Link
                      key={e.name}
                      href={`/attempts/${id}?beside=${e.name}#exemplar`}
                      aria-current={e.name === beside ? 'true' : undefined}
                      className="aria-[current]:font-semibold"
                    >
                      {e.exemplar.title}
                    </Link>
                  ))}
                </nav>
              ) : null
            }
          >
            <SubmissionView submission={attempt.submission} />
          </Section>
          {exemplar && model?.ok ? (
            <Section id="exemplar" title={exemplar.exemplar.title} aside={<Link href={`/attempts/${id}#submission`}>Close</Link>}>
              <p className="mb-4 text-sm text-quiet">{exemplar.exemplar.about}</p>
              <SubmissionView submission={model.submission} prefix="exemplar" />
            </Section>
          ) : null}
        </div>
      </div>

      {selfCriteria.length > 0 ? (
        <Section id="self" title="Look for yourself" aside="Self-assessed: recorded, never added to the points">
          <SelfAssessment
            attemptId={id}
            criteria={selfCriteria}
            recorded={attempt.selfAssessments.map(({ criterionId, verdict, span }) => ({ criterionId, verdict, span }))}
          />
        </Section>
      ) : null}

      {drill.curveballs.length > 0 || interview?.nemesis || interview?.generic.length ? (
        <Section id="curveballs" title="Curveballs" aside="Foreseen is what stood there before it was asked">
          <CurveballList
            curveballs={drill.curveballs}
            criteria={criteria}
            report={report}
            generic={interview?.generic ?? []}
            nemesis={interview?.nemesis ?? null}
          />
        </Section>
      ) : null}

      {interview ? (
        <Section
          id="interview"
          title="What the interviewer asked"
          aside="Questions follow what your design lacked at that minute"
        >
          <SaidList said={interview.said} />
        </Section>
      ) : null}

      {drill.debrief.length > 0 ? (
        <Section id="debrief" title="What to take home">
          <ul className="list-disc space-y-1 pl-5">
            {drill.debrief.map(line => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Section>
      ) : null}

      {report ? <FriendsSection userId={user.id} attemptId={id} drillSlug={drill.slug} timeZone={user.timeZone} /> : null}
      <Section id="note" title="Your note">
        <NoteForm attemptId={id} text={attempt.note} />
      </Section>
      <ScoresSection userId={user.id} attemptId={id} timeZone={user.timeZone} />
      {report ? <ShareSection userId={user.id} attemptId={id} timeZone={user.timeZone} /> : null}
      {report ? (
        <p className="mt-8 text-xs text-faint">
          Engine {report.engine}, content <span className="num">{report.content.slice(0, 12)}</span>, seed{' '}
          <span className="num">{report.seed}</span>. There is no official rubric; this one is Tenfold's, and{' '}
          <a href={`#${anchorOf('/requirements')}`}>every verdict shows its evidence</a>.
        </p>
      ) : null}
    </Page>
  )
}

const EditsLoading = () => (
  <p role="status" className="rounded-md bg-sunken p-4 text-sm text-quiet">
    Trying edits and scoring each…
  </p>
)
