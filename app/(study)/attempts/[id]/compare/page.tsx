import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getCatalog } from '#catalog/catalog.ts'
import { ComparedParts } from '#components/review/compared-parts.tsx'
import { ComparedCriteria } from '#components/review/criteria-table.tsx'
import { BandSentence } from '#components/review/score-view.tsx'
import { Button, LinkButton } from '#components/ui/button.tsx'
import { SelectField } from '#components/ui/field.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { EmptyState, Page, Section } from '#components/ui/page.tsx'
import type { Comparison } from '#server/attempts/compare.ts'
import { compareAttempt, listAttempts, loadAttempt } from '#server/attempts/service.ts'
import { requireUser } from '#server/auth/current-user.ts'

export const metadata: Metadata = { title: 'Compare' }

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ with?: string | string[] }> }

export default async function ComparePage({ params, searchParams }: Props) {
  const { id } = await params
  const { with: given } = await searchParams
  const user = await requireUser(`/attempts/${id}/compare`)
  const attempt = await loadAttempt(user.id, id)
  if (!attempt) notFound()
  if (attempt.handedInAtMs === null) redirect(`/sit/${id}`)
  const catalog = await getCatalog()
  const exemplars = catalog.drill(attempt.drillSlug)?.exemplars ?? []
  const others = (await listAttempts(user.id, { drill: attempt.drillSlug })).filter(o => o.id !== id && o.bands !== null)
  const chosen = typeof given === 'string' ? given : ''
  const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: user.timeZone })
  const comparison = chosen === '' ? null : await compareAttempt(user.id, id, { with: chosen, exemplars })
  return (
    <Page
      wide
      title={`Compare: ${attempt.drill.drill.title}`}
      lead={`The attempt of ${format.format(attempt.handedInAtMs)} beside another one of the same drill.`}
      actions={<LinkButton href={`/attempts/${id}`}>Back to the score</LinkButton>}
    >
      {others.length + exemplars.length === 0 ? (
        <EmptyState title="Nothing to compare with yet">
          Sit this drill once more; then the two stand here side by side.
        </EmptyState>
      ) : (
        <form className="flex flex-wrap items-end gap-3 print:hidden" action={`/attempts/${id}/compare`}>
          <div className="w-full max-w-sm">
            <SelectField label="Beside" name="with" defaultValue={chosen} key={chosen}>
              {others.length > 0 ? (
                <optgroup label="Your other attempts">
                  {others.map(o => (
                    <option key={o.id} value={o.id}>
                      {format.format(o.startedAtMs)}, {o.mode}, {o.level} {o.bands?.[o.level]}
                    </option>
                  ))}
                </optgroup>
              ) : null}
              <optgroup label="Exemplars">
                {exemplars.map(e => (
                  <option key={e.name} value={`exemplar:${e.name}`}>
                    {e.exemplar.title}
                  </option>
                ))}
              </optgroup>
            </SelectField>
          </div>
          <Button type="submit">Compare</Button>
        </form>
      )}
      {comparison === null ? null : comparison.ok ? (
        <Compared comparison={comparison} date={ms => format.format(ms)} />
      ) : (
        <Notice tone="bad" className="mt-6" title="These two cannot be compared">
          {comparison.error.message}
        </Notice>
      )}
    </Page>
  )
}

function Compared({ comparison, date }: { comparison: Comparison; date: (ms: number) => string }) {
  const { left, right, parts, criteria, alike } = comparison
  const [mine, theirs] = ['This attempt', right.kind === 'exemplar' ? 'Exemplar' : 'The other']
  return (
    <>
      <div className="mt-6 grid gap-4 md:grid-cols-2">
        {[
          { side: left, name: mine },
          { side: right, name: theirs },
        ].map(({ side, name }) => (
          <section key={name} className="card p-4" aria-label={name}>
            <h2 className="mb-2 font-semibold">
              {side.kind === 'exemplar' ? `Exemplar: ${side.title}` : `${name}, ${side.atMs === null ? '' : date(side.atMs)}`}
            </h2>
            <BandSentence report={side.report} />
          </section>
        ))}
      </div>
      {alike ? null : (
        <Notice tone="attention" className="mt-4" title="Scored by different rules">
          The engine or the drill changed between the two, so some differences are not of the design. Score the older one again
          first.
        </Notice>
      )}
      <Section id="criteria" title="Criterion by criterion">
        <ComparedCriteria criteria={criteria} left={mine} right={theirs} />
      </Section>
      <Section id="parts" title="Part by part" aside="What differs is marked ≠; records are paired by name, then by kind">
        <ComparedParts parts={parts} names={{ left: mine.toLowerCase(), right: theirs.toLowerCase() }} />
      </Section>
    </>
  )
}
