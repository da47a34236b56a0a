import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import type { CatalogDrill } from '#catalog/compiled-catalog.ts'
import { Live } from '#components/author/live.tsx'
import { Mdx } from '#components/lesson/mdx.tsx'
import { bandWords } from '#components/review/score-view.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Page, Section } from '#components/ui/page.tsx'
import { ScrollingTable, TableHead } from '#components/ui/table.tsx'
import { parseSubmission } from '#engine/design/parse-submission.ts'
import { formatQuantity } from '#engine/quantity/format.ts'
import { referenceScope } from '#engine/rubric/estimates.ts'
import { runRubricTests } from '#engine/rubric/proof/rubric-tests.ts'
import { scoreSubmission } from '#engine/rubric/score-submission.ts'
import { requireOwner } from '#server/auth/current-user.ts'
import { previewContent } from '#server/author/preview.ts'

export const metadata: Metadata = { title: 'Preview of a drill' }

const cell = 'py-1.5 pr-4 align-top'

/** All halves of a drill, the private ones too, with what the engine makes of them. For the owner alone. */
export default async function DrillPreview({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params
  await requireOwner(`/author/drills/${slug}`)
  const { folder, stamp, catalog } = await previewContent()
  const found = catalog.drill(slug)
  if (!found) notFound()
  const { drill, criteria, scoring } = found.compiled
  const reference = referenceScope(drill)
  return (
    <Page wide title={drill.title} lead={drill.summary} actions={<Link href="/author">All content</Link>}>
      {folder ? <Live stamp={stamp} /> : null}
      <div className="card lesson-prose mt-4 p-5 text-base">
        <Mdx code={found.prompt.code} />
      </div>
      <Exemplars found={found} />
      <OwnTests found={found} />
      <Section id="facts" title="Facts">
        <ul className="divide-y divide-line text-sm">
          {drill.facts.map(fact => (
            <li key={fact.id} className="py-1.5">
              {fact.text}{' '}
              <span className="text-quiet">{fact.given ? 'Given.' : `Told when asked: ${fact.asks.join(', ')}.`}</span>
              {fact.name ? (
                <code className="ml-1 text-xs">
                  {fact.name} = {fact.value}
                </code>
              ) : null}
            </li>
          ))}
        </ul>
      </Section>
      <Section id="targets" title="Targets" aside="The reference is computed from the facts and our own assumptions">
        <ScrollingTable label="Table of targets" minWidth="min-w-[44rem]">
          <TableHead
            columns={[
              { title: 'Asked' },
              { title: 'Formula' },
              { title: 'Reference', right: true },
              { title: 'Within', right: true },
            ]}
          />
          <tbody>
            {drill.targets.map(target => {
              const value = reference[target.id]
              return (
                <tr key={target.id} className="border-b border-line">
                  <th scope="row" className={`${cell} text-left font-normal`}>
                    {target.ask}
                  </th>
                  <td className={cell}>
                    <code className="text-xs">{target.formula}</code>
                  </td>
                  <td className={`${cell} num text-right`}>{value ? formatQuantity(value) : '–'}</td>
                  <td className={`${cell} num text-right`}>{target.atLeast ? 'bounds' : target.tolerance}</td>
                </tr>
              )
            })}
          </tbody>
        </ScrollingTable>
      </Section>
      <Section id="rubric" title="Rubric" aside={`${criteria.length} criteria`}>
        {scoring.dimensions.map(dimension => {
          const inIt = criteria.filter(c => c.dimension === dimension.id)
          return inIt.length === 0 ? null : (
            <div key={dimension.id} className="mb-5">
              <h3 className="font-semibold">{dimension.title}</h3>
              <ul className="divide-y divide-line text-sm">
                {inIt.map(c => (
                  <li key={c.id} className="grid gap-x-4 py-1.5 sm:grid-cols-[1fr_auto]">
                    <div>
                      {c.question} <span className="text-quiet">{c.mend}</span>
                    </div>
                    <span className="num text-xs whitespace-nowrap text-quiet">
                      {c.id}, {c.kind}, {c.points}
                      {c.must.length > 0 ? `, must at ${c.must.join(' and ')}` : ''}
                    </span>
                  </li>
                ))}
              </ul>
            </div>
          )
        })}
      </Section>
    </Page>
  )
}

function Exemplars({ found }: { found: CatalogDrill }) {
  const scored = found.exemplars.flatMap(({ name, exemplar }) => {
    const parsed = parseSubmission(exemplar.submission)
    return parsed.ok ? [{ name, exemplar, report: scoreSubmission(found.compiled, parsed, { seed: 1 }) }] : []
  })
  const ranked = scored.toSorted((a, b) => b.report.tiers.verified.earned - a.report.tiers.verified.earned)
  return (
    <Section id="exemplars" title="Exemplars" aside="Best first, as the engine scores them now">
      <ScrollingTable label="Table of exemplars" minWidth="min-w-[36rem]">
        <TableHead
          columns={[
            { title: 'Exemplar' },
            { title: 'Points', right: true },
            { title: 'L6', right: true },
            { title: 'L7', right: true },
          ]}
        />
        <tbody>
          {ranked.map(({ name, exemplar, report }) => (
            <tr key={name} className="border-b border-line">
              <th scope="row" className={`${cell} text-left font-normal`}>
                {exemplar.title} <span className="text-quiet">{exemplar.about}</span>
              </th>
              <td className={`${cell} num text-right whitespace-nowrap`}>
                {report.tiers.verified.earned} of {report.tiers.verified.possible}
              </td>
              {(['L6', 'L7'] as const).map(level => (
                <td key={level} className={`${cell} text-right whitespace-nowrap`}>
                  {bandWords[report.bands[level]]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </ScrollingTable>
    </Section>
  )
}

function OwnTests({ found }: { found: CatalogDrill }) {
  const exemplars = Object.fromEntries(found.exemplars.map(({ name, exemplar }) => [name, exemplar]))
  const results = runRubricTests(found.compiled, exemplars, found.tests)
  const failed = results.filter(r => r.faults.length > 0)
  return (
    <Section id="tests" title="Own tests of the rubric">
      {results.length === 0 ? (
        <p className="text-sm text-quiet">
          None yet: tests.yaml says what single criteria must make of designs that are nearly right.
        </p>
      ) : failed.length === 0 ? (
        <p className="text-sm text-quiet">All {results.length} hold.</p>
      ) : (
        <Notice tone="bad" title={`${failed.length} of ${results.length} do not hold`}>
          <ul>
            {failed.map(({ about, faults }) => (
              <li key={about}>
                {about}: {faults.join('; ')}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </Section>
  )
}
