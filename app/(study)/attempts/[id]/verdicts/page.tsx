import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound, redirect } from 'next/navigation'
import { getCatalog } from '#catalog/catalog.ts'
import { AgreementChart } from '#components/review/agreement-chart.tsx'
import { VerdictMark } from '#components/review/verdict.tsx'
import { VerdictForm } from '#components/review/verdict-form.tsx'
import { buttonClass, LinkButton } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Page, Section } from '#components/ui/page.tsx'
import { type CriterionReport, readReport } from '#engine/rubric/score-report.ts'
import type { JudgementView } from '#server/attempts/judgements.ts'
import { loadAttempt, ownVerdicts } from '#server/attempts/service.ts'
import { requireUser } from '#server/auth/current-user.ts'

export const metadata: Metadata = { title: 'Your verdicts' }

export default async function VerdictsPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const user = await requireUser(`/attempts/${id}/verdicts`)
  const attempt = await loadAttempt(user.id, id)
  if (!attempt) notFound()
  if (attempt.handedInAtMs === null) redirect(`/sit/${id}`)
  const report = readReport(attempt.scores.at(-1)?.report)
  const own = await ownVerdicts(user.id, id)
  const catalog = await getCatalog()
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: user.timeZone })
  const byId = new Map(own?.judgements.map(j => [j.criterionId, j]))
  const appeals = own?.judgements.filter(j => j.appealed).length ?? 0
  return (
    <Page
      wide
      title={`Your verdicts: ${attempt.drill.drill.title}`}
      lead="The engine's verdict on the left, yours on the right. Yours changes no points; where you disagree, say why, and appeal if the engine is wrong."
      actions={
        <>
          {appeals > 0 ? (
            <a className={buttonClass()} href={`/api/attempts/${id}/appeals`} download>
              Export {appeals === 1 ? 'the appeal' : `${appeals} appeals`} as rubric tests
            </a>
          ) : null}
          <LinkButton href={`/attempts/${id}`}>Back to the score</LinkButton>
        </>
      }
    >
      {!report || !own ? (
        <Notice tone="attention" title="There is no score yet">
          Open the attempt and score it again; then its criteria stand here.
        </Notice>
      ) : (
        <>
          {own.dimensions.length > 0 ? (
            <div className="grid gap-x-10 gap-y-6 md:grid-cols-2">
              <section aria-labelledby="agreed-title">
                <h2 id="agreed-title" className="mb-2 font-semibold">
                  Where do you and the engine agree?
                </h2>
                <AgreementChart caption="Agreement by dimension" first="Dimension" rows={own.dimensions} />
              </section>
              <section aria-labelledby="trend-title">
                <h2 id="trend-title" className="mb-2 font-semibold">
                  Is your own judgement getting closer?
                </h2>
                <AgreementChart
                  caption="Agreement by attempt, oldest first"
                  first="Attempt"
                  rows={own.trend.map(t => ({
                    ...t,
                    id: t.attemptId,
                    title: `${day.format(t.atMs)}, ${catalog.drill(t.drillSlug)?.title ?? t.drillSlug}`,
                    ...(t.attemptId === id ? {} : { href: `/attempts/${t.attemptId}/verdicts` }),
                  }))}
                />
              </section>
            </div>
          ) : (
            <p className="text-sm text-quiet">
              How far you agree with the engine is charted here once you have judged a criterion.
            </p>
          )}
          {report.dimensions.map(d => {
            const inIt = report.criteria.filter(c => c.dimension === d.id && c.tier !== 'self-assessed')
            return inIt.length === 0 ? null : (
              <Section key={d.id} id={`dimension-${d.id}`} title={d.title}>
                <ol className="flex flex-col divide-y divide-line">
                  {inIt.map(c => (
                    <TwoColumns key={c.id} attemptId={id} criterion={c} own={byId.get(c.id)} />
                  ))}
                </ol>
              </Section>
            )
          })}
        </>
      )}
    </Page>
  )
}

type RowProps = { attemptId: string; criterion: CriterionReport; own: JudgementView | undefined }

function TwoColumns({ attemptId, criterion: c, own }: RowProps) {
  return (
    <li id={`criterion-${c.id}`} className="grid gap-x-8 gap-y-3 py-4 target:bg-accent-wash md:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="min-w-0">
        <p className="font-medium">{c.question}</p>
        <p className="mt-1 flex flex-wrap items-baseline gap-x-3">
          <span className="text-xs text-faint">Engine</span>
          <VerdictMark verdict={c.verdict} />
          {own?.appealed ? <span className="text-sm text-attention">appealed</span> : null}
        </p>
        <p className="text-sm text-quiet">{c.reason}</p>
        {c.evidence.length > 0 ? (
          <p className="num mt-1 text-sm break-words">{c.evidence.map(e => e.text || e.at).join(' · ')}</p>
        ) : null}
        {c.tier === 'claimed' && c.verdict === 'unsure' ? (
          <p className="mt-1 text-sm">
            <Link href={`/attempts/${attemptId}#self-${c.id}`}>Look with the checklist</Link>
          </p>
        ) : null}
      </div>
      <VerdictForm
        url={`/api/attempts/${attemptId}/judgements`}
        criterionId={c.id}
        question={c.question}
        engine={c.verdict}
        own={own && { verdict: own.verdict, reason: own.reason, appealed: own.appealed }}
      />
    </li>
  )
}
