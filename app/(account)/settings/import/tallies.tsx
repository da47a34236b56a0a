import { TableHead } from '#components/ui/table.tsx'
import type { Import } from './send-file.ts'

const columns = [{ title: 'What' }, { title: 'New', right: true }, { title: 'Here already', right: true }]

/** What a file adds, and what it leaves out. */
export function Tallies({ caption, found }: { caption: string; found: Import }) {
  return (
    <div>
      <h2 className="mb-2 font-semibold">{caption}</h2>
      {found.tallies.length > 0 ? (
        <table className="w-full text-sm">
          <TableHead columns={columns} />
          <tbody>
            {found.tallies.map(({ what, adds, here }) => (
              <tr key={what} className="border-b border-line">
                <td className="py-1.5 pr-4 first-letter:uppercase">{what}</td>
                <td className="num py-1.5 pr-4 text-right">{adds}</td>
                <td className="num py-1.5 text-right text-quiet">{here}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <p className="text-sm text-quiet">The file holds settings and nothing else.</p>
      )}
      <p className="mt-3 text-sm text-quiet">Left out:</p>
      <ul className="list-disc pl-5 text-sm text-quiet">
        {found.leftOut.map(text => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </div>
  )
}
