import type { Metadata } from 'next'
import Link from 'next/link'
import { EmptyState, Page } from '#components/ui/page.tsx'
import { ScrollingTable, TableHead } from '#components/ui/table.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { requireMentor } from '#server/auth/current-user.ts'
import { listMentored } from '#server/mentors/service.ts'

export const metadata: Metadata = { title: 'Mentoring' }

export default async function MentoringPage() {
  const user = await requireMentor('/mentoring')
  const attempts = await listMentored(user.id)
  const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: user.timeZone })
  return (
    <Page
      title="Mentoring"
      lead="Attempts that candidates share with you. You score them by hand first; then you see what the engine said."
    >
      {attempts.length === 0 ? (
        <EmptyState title="Nothing is shared with you yet">
          A candidate shares an attempt from its page, under Mentors.
        </EmptyState>
      ) : (
        <ScrollingTable label="Shared attempts" minWidth="min-w-[30rem]">
          <TableHead columns={['Drill', 'Candidate', 'Handed in', ''].map(title => ({ title }))} />
          <tbody>
            {attempts.map(a => (
              <tr key={a.attemptId} className="border-b border-line">
                <td className="py-2 pr-4">
                  <Link href={`/mentoring/${a.attemptId}`}>{a.title}</Link>
                </td>
                <td className="py-2 pr-4">{a.candidate}</td>
                <td className="num py-2 pr-4 whitespace-nowrap">{format.format(a.handedInAtMs)}</td>
                <td className="py-2">
                  {a.doneAtMs === null ? <Tag tone="attention">to score</Tag> : <Tag tone="good">done</Tag>}
                </td>
              </tr>
            ))}
          </tbody>
        </ScrollingTable>
      )}
    </Page>
  )
}
