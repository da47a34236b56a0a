import Link from 'next/link'
import type { Agreement } from '#engine/rubric/agreement.ts'
import { TableHead } from '../ui/table.tsx'
import { Meter } from '../ui/tag.tsx'

const percent = ({ agreed, judged }: Agreement) => (judged === 0 ? '–' : `${Math.round((agreed / judged) * 100)}%`)

type Row = Agreement & { readonly id: string; readonly title: string; readonly href?: string }

/** On how much two readers agree, a bar and its numbers a row. */
export function AgreementChart({ caption, first, rows }: { caption: string; first: string; rows: readonly Row[] }) {
  return (
    <table className="w-full text-sm">
      <caption className="sr-only">{caption}</caption>
      <TableHead columns={[{ title: first }, { title: 'Agreed' }, { title: 'Of', right: true }]} />
      <tbody>
        {rows.map(row => (
          <tr key={row.id}>
            <th scope="row" className="py-1 pr-4 text-left font-normal">
              {row.href ? <Link href={row.href}>{row.title}</Link> : row.title}
            </th>
            <td className="w-2/5 py-1 pr-4">
              <Meter label={row.title} value={row.agreed} of={row.judged} />
            </td>
            <td className="num py-1 text-right whitespace-nowrap text-quiet">
              {percent(row)} ({row.agreed} of {row.judged})
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
