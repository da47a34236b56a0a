import Link from 'next/link'
import { bandWords } from '#components/review/score-view.tsx'
import { ScrollingTable, TableHead } from '#components/ui/table.tsx'
import { Tag } from '#components/ui/tag.tsx'
import type { AttemptSummary } from '#server/attempts/load-attempt.ts'

const isBand = (word: string): word is keyof typeof bandWords => word in bandWords
const words = (band: string) => (isBand(band) ? bandWords[band] : band)

/** Attempts as a table, newest first. */
export function AttemptRows({
  attempts,
  titles,
  timeZone,
}: {
  attempts: readonly AttemptSummary[]
  titles: Readonly<Record<string, string>>
  timeZone: string
}) {
  const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone })
  return (
    <ScrollingTable label="Attempts" minWidth="min-w-[34rem]">
      <TableHead columns={['Started', 'Drill', 'Mode', 'L6', 'L7'].map(title => ({ title }))} />
      <tbody>
        {attempts.map(attempt => (
          <tr key={attempt.id} className="border-b border-line">
            <td className="num py-2 pr-4 whitespace-nowrap">{format.format(attempt.startedAtMs)}</td>
            <td className="py-2 pr-4">
              <Link href={attempt.handedInAtMs === null ? `/sit/${attempt.id}` : `/attempts/${attempt.id}`}>
                {titles[attempt.drillSlug] ?? attempt.drillSlug}
              </Link>
            </td>
            <td className="py-2 pr-4 text-quiet">{attempt.mode}</td>
            {attempt.bands ? (
              <>
                <td className="py-2 pr-4 whitespace-nowrap">{words(attempt.bands.L6)}</td>
                <td className="py-2 whitespace-nowrap">{words(attempt.bands.L7)}</td>
              </>
            ) : (
              <td colSpan={2} className="py-2">
                <Tag tone="attention">{attempt.handedInAtMs === null ? 'open' : 'being scored'}</Tag>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </ScrollingTable>
  )
}
