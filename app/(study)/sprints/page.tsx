import type { Metadata } from 'next'
import Link from 'next/link'
import { StartSprint } from '#components/sprint/start-sprint.tsx'
import { EmptyState, Page } from '#components/ui/page.tsx'
import { TableHead } from '#components/ui/table.tsx'
import { requireUser } from '#server/auth/current-user.ts'
import { listSprints } from '#server/sprints/service.ts'
import { startSprintAction } from './actions.ts'

export const metadata: Metadata = { title: 'Sprints' }

export default async function SprintsPage() {
  const user = await requireUser('/sprints')
  const sprints = await listSprints(user.id)
  const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: user.timeZone })
  return (
    <Page
      title="Sprints"
      lead="Four numbers and a pair of decisions in five minutes. Each answer is marked at once; a slip is named."
      actions={<StartSprint action={startSprintAction} />}
    >
      {sprints.length === 0 ? (
        <EmptyState title="No sprint yet">
          The numbers are drawn anew each time, and the pair asks the same question twice with values that turn the answer round.
        </EmptyState>
      ) : (
        <table className="w-full text-sm">
          <TableHead columns={['Started', 'Right', 'Slips'].map(title => ({ title }))} />
          <tbody>
            {sprints.map(sprint => (
              <tr key={sprint.id} className="border-b border-line">
                <td className="py-2 pr-4">
                  <Link href={`/sprints/${sprint.id}`} className="num">
                    {format.format(sprint.startedAtMs)}
                  </Link>
                </td>
                <td className="num py-2 pr-4">
                  {sprint.right} of {sprint.of}
                  {sprint.over ? '' : ' (running)'}
                </td>
                <td className="py-2 text-quiet">{sprint.slips.map(slip => slip.replaceAll('_', ' ')).join(', ') || '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Page>
  )
}
