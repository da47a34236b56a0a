import type { Metadata } from 'next'
import Link from 'next/link'
import { getCatalog } from '#catalog/catalog.ts'
import { ReferenceNav } from '#components/reference/reference-nav.tsx'
import { Page, Section } from '#components/ui/page.tsx'
import { ScrollingTable, TableHead } from '#components/ui/table.tsx'
import { namedFormulas } from '#engine/formula/named-formulas.ts'
import { requireUser } from '#server/auth/current-user.ts'

export const metadata: Metadata = { title: 'Reference' }

export default async function ReferencePage() {
  await requireUser('/reference')
  const catalog = await getCatalog()
  const { facts, groups } = catalog.reference()
  const { dimensions, bands, because } = catalog.scoring()
  const checklists = catalog.checklists()
  const [assessments, mistakes] = ['decisions', 'mistakes'].map(id => checklists.find(list => list.id === id))
  const formulas = namedFormulas.length + (catalog.sizing()?.rules.length ?? 0)
  return (
    <Page
      title="Reference"
      lead="What one looks up: numbers with their source, formulas with their weakness, and what to choose when. Press / to search it all."
    >
      <ReferenceNav current="overview" />
      <ul className="grid gap-3 sm:grid-cols-3">
        {[
          [
            '/reference/numbers',
            'Numbers',
            `${facts.length} figures: ${groups.map(({ title }) => title.toLowerCase()).join(', ')}`,
          ],
          ['/reference/formulas', 'Formulas', `${formulas} rules and formulas, each with its source and where it misleads`],
          [
            '/reference/choosers',
            'Choosers',
            `${catalog.choosers().length} decisions: a few answers and numbers, then what to do and when not to`,
          ],
        ].map(([href = '', title, about]) => (
          <li key={href} className="card p-4">
            <Link href={href} className="font-semibold text-ink">
              {title}
            </Link>
            <p className="mt-1 text-sm text-quiet">{about}</p>
          </li>
        ))}
      </ul>

      <Section id="checklists" title="Checklists" aside="Ticked by hand, and by what the app sees">
        <ul className="divide-y divide-line">
          {checklists.map(({ id, title, about, groups: parts }) => (
            <li key={id} className="py-2.5">
              <p className="flex flex-wrap items-baseline justify-between gap-x-4">
                <Link href={`/checklists/${id}`} className="font-medium">
                  {title}
                </Link>
                <span className="num text-sm text-quiet">{parts.reduce((sum, { items }) => sum + items.length, 0)} items</span>
              </p>
              <p className="text-sm text-quiet">{about}</p>
            </li>
          ))}
        </ul>
      </Section>

      <Section id="levels" title="What each level is expected to show" aside="There is no official rubric; this one is ours">
        <ScrollingTable label="Both levels, dimension by dimension" minWidth="min-w-[38rem]">
          <TableHead
            columns={[
              { title: 'Dimension' },
              { title: 'L6' },
              { title: 'Weight', right: true },
              { title: 'L7' },
              { title: 'Weight ', right: true },
            ]}
          />
          <tbody className="divide-y divide-line align-top">
            {dimensions.map(({ id, title, weights, expects }) => (
              <tr key={id} id={id}>
                <th scope="row" className="w-40 py-2 pr-4 text-left font-medium">
                  {title}
                </th>
                <td className="py-2 pr-3">{expects?.L6 ?? ''}</td>
                <td className="num py-2 pr-5 text-right">{weights.L6}</td>
                <td className="py-2 pr-3">{expects?.L7 ?? ''}</td>
                <td className="num py-2 text-right">{weights.L7}</td>
              </tr>
            ))}
          </tbody>
        </ScrollingTable>
        <p className="mt-2 text-sm text-quiet">
          Near the bar from {Math.round(bands.near * 100)}%, at it from {Math.round(bands.at * 100)}%, above it from{' '}
          {Math.round(bands.above * 100)}% of what the level weighs. {because}
        </p>
      </Section>

      {assessments ? (
        <Section
          id="trade-offs"
          title={assessments.title}
          aside={<Link href={`/checklists/${assessments.id}`}>As a checklist</Link>}
        >
          <p className="mb-3 max-w-prose text-quiet">{assessments.about}</p>
          <div className="grid gap-3 sm:grid-cols-2">
            {assessments.groups.map(({ title, items }) => (
              <section key={title} className="card p-4">
                <h3 className="font-semibold">{title}</h3>
                <ul className="mt-2 list-disc space-y-1 pl-5 text-sm">
                  {items.map(({ id, text }) => (
                    <li key={id}>{text}</li>
                  ))}
                </ul>
              </section>
            ))}
          </div>
        </Section>
      ) : null}

      {mistakes ? (
        <Section id="mistakes" title={mistakes.title} aside={<Link href={`/checklists/${mistakes.id}`}>As a checklist</Link>}>
          {mistakes.groups.map(({ title, items }) => (
            <section key={title} className="mb-5">
              <h3 className="mb-1 font-semibold">{title}</h3>
              <dl className="divide-y divide-line text-sm">
                {items.map(({ id, text, instead }) => (
                  <div key={id} className="grid gap-x-6 gap-y-0.5 py-2 sm:grid-cols-2">
                    <dt>{text}</dt>
                    <dd className="text-quiet">{instead}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </Section>
      ) : null}
    </Page>
  )
}
