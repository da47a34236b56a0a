import type { Metadata } from 'next'
import Link from 'next/link'
import { z } from 'zod'
import { getCatalog } from '#catalog/catalog.ts'
import { LogBar } from '#components/reference/log-bar.tsx'
import { ReferenceNav } from '#components/reference/reference-nav.tsx'
import { EmptyState, Page, Section } from '#components/ui/page.tsx'
import { ScrollingTable, TableHead } from '#components/ui/table.tsx'
import { type FactOrder, factOrders, factRows, scalesOf } from '#engine/reference/fact-rows.ts'
import { requireUser } from '#server/auth/current-user.ts'

export const metadata: Metadata = { title: 'Numbers' }

const orderWords: Readonly<Record<FactOrder, string>> = {
  given: 'as collected',
  value: 'value',
  name: 'name',
  sure: 'how sure',
  date: 'newest',
}
const query = z.object({ sort: z.enum(factOrders).catch('given') })

export default async function NumbersPage({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  await requireUser('/reference/numbers')
  const { sort } = query.parse(await searchParams)
  const { facts, groups } = (await getCatalog()).reference()
  const byId = new Map(facts.map(fact => [fact.id, fact]))
  return (
    <Page
      wide
      title="Numbers"
      lead="Each with its source, its date and how far it can be trusted. Bars are on a log scale, of the numbers of one kind within a table."
    >
      <ReferenceNav current="numbers" />
      <div className="flex flex-wrap justify-between gap-x-8 gap-y-2 text-sm print:hidden">
        <nav aria-label="Groups" className="flex flex-wrap gap-x-3 gap-y-1">
          {groups.map(({ id, title }) => (
            <a key={id} href={`#${id}`}>
              {title}
            </a>
          ))}
        </nav>
        <nav aria-label="Order" className="flex flex-wrap gap-x-3 gap-y-1">
          <span className="text-quiet">Sorted by</span>
          {factOrders.map(order => (
            <Link
              key={order}
              href={order === 'given' ? '/reference/numbers' : `/reference/numbers?sort=${order}`}
              aria-current={order === sort ? 'true' : undefined}
              className="aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
            >
              {orderWords[order]}
            </Link>
          ))}
        </nav>
      </div>
      {groups.length === 0 ? (
        <EmptyState title="There are no numbers yet">An author adds them to content/reference.</EmptyState>
      ) : null}
      {groups.map(group => {
        const rows = factRows(
          group.facts.flatMap(id => byId.get(id) ?? []),
          sort,
        )
        const scales = scalesOf(rows)
        return (
          <Section key={group.id} id={group.id} title={group.title} aside={`${rows.length} numbers`} className="mt-8">
            <ScrollingTable label={`${group.title}, as a table`} minWidth="min-w-[44rem]">
              <TableHead
                columns={[
                  { title: 'What' },
                  { title: 'Value', right: true },
                  ...(scales.size > 0 ? [{ title: 'Log scale' }] : []),
                  { title: 'How sure' },
                  { title: 'Source' },
                ]}
              />
              <tbody className="divide-y divide-line align-top">
                {rows.map(({ fact, span }) => {
                  const scale = span ? scales.get(span.kind) : undefined
                  return (
                    <tr key={fact.id} id={fact.id} className="target:bg-accent-wash">
                      <th scope="row" className="min-w-52 py-1.5 pr-4 text-left font-normal">
                        {fact.name}
                        {fact.note ? <span className="block text-xs text-quiet">{fact.note}</span> : null}
                      </th>
                      <td className="num py-1.5 pr-4 text-right whitespace-nowrap">{fact.value}</td>
                      {scales.size > 0 ? (
                        <td className="w-40 py-2.5 pr-4">
                          {span && scale && span.from > 0 ? <LogBar {...span} {...scale} /> : null}
                        </td>
                      ) : null}
                      <td className="py-1.5 pr-4 whitespace-nowrap text-quiet">{fact.sure}</td>
                      <td className="w-56 py-1.5 text-xs text-quiet">
                        {fact.source.url ? <a href={fact.source.url}>{fact.source.title}</a> : fact.source.title}, {fact.date}
                      </td>
                    </tr>
                  )
                })}
              </tbody>
            </ScrollingTable>
          </Section>
        )
      })}
    </Page>
  )
}
