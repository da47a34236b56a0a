'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Agreement } from '#engine/rubric/agreement.ts'
import type { GradedDimension } from '#engine/rubric/friend-grades.ts'
import { Button } from '../ui/button.tsx'
import { ScrollingTable, TableHead } from '../ui/table.tsx'
import { FriendForm, type FriendMarks } from './friend-form.tsx'
import { postJson } from './post-json.ts'

export type FriendRow = FriendMarks & {
  readonly when: string
  readonly graded: readonly GradedDimension[]
  readonly agreement: Agreement
}

type Props = {
  readonly attemptId: string
  readonly dimensions: readonly { readonly id: string; readonly title: string; readonly expects: string | null }[]
  readonly friends: readonly FriendRow[]
}

/** What friends who held the interview marked, each beside the engine, and the way to enter, change and delete it. */
export function Friends({ attemptId, dimensions, friends }: Props) {
  const [editing, setEditing] = useState<string | null>(null)
  const close = () => setEditing(null)
  return (
    <div className="flex flex-col gap-8">
      {friends.map(friend =>
        editing === friend.id ? (
          <FriendForm key={friend.id} attemptId={attemptId} dimensions={dimensions} marks={friend} onDone={close} />
        ) : (
          <FriendView key={friend.id} attemptId={attemptId} friend={friend} onChange={() => setEditing(friend.id)} />
        ),
      )}
      {editing === 'new' ? (
        <FriendForm attemptId={attemptId} dimensions={dimensions} onDone={close} />
      ) : (
        <div>
          <Button onClick={() => setEditing('new')}>
            {friends.length === 0 ? 'Enter what a friend marked' : 'Enter what another friend marked'}
          </Button>
        </div>
      )}
    </div>
  )
}

const howFar = (apart: number | null) => {
  if (apart === null) return 'not measured'
  if (apart === 0) return 'agreed'
  const bandsApart = Math.abs(apart) === 1 ? 'a band' : `${Math.abs(apart)} bands`
  return `friend ${bandsApart} ${apart > 0 ? 'higher' : 'lower'}`
}

function FriendView({ attemptId, friend, onChange }: { attemptId: string; friend: FriendRow; onChange: () => void }) {
  const router = useRouter()
  const [sure, setSure] = useState(false)
  const [problem, setProblem] = useState('')
  const remove = async () => {
    const answer = await postJson(`/api/attempts/${attemptId}/friend-reviews/${friend.id}`, {}, 'DELETE')
    setProblem(answer.ok ? '' : answer.message)
    if (answer.ok) router.refresh()
  }
  const { agreed, judged } = friend.agreement
  return (
    <article aria-label={`Marked by ${friend.name}`} className="min-w-0">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h3 className="font-medium break-words">{friend.name}</h3>
        <p className="num text-sm text-quiet">
          {friend.when}
          {judged > 0 ? `; the same band as the engine in ${agreed} of ${judged}` : ''}
        </p>
      </div>
      <div className="mt-2">
        <ScrollingTable label={`Grades of ${friend.name}`} minWidth="min-w-[30rem]">
          <TableHead columns={['Dimension', 'Friend', 'Engine', 'Agreement'].map(title => ({ title }))} />
          <tbody>
            {friend.graded.map(({ id, title, friend: grade, engine, apart }) => (
              <tr key={id} className="border-b border-line">
                <th scope="row" className="py-1.5 pr-4 text-left font-normal">
                  {title}
                </th>
                <td className="py-1.5 pr-4">{grade}</td>
                <td className="py-1.5 pr-4 text-quiet">{engine ?? '–'}</td>
                <td className={apart === 0 ? 'py-1.5 text-good' : 'py-1.5 text-quiet'}>{howFar(apart)}</td>
              </tr>
            ))}
          </tbody>
        </ScrollingTable>
      </div>
      {friend.notes ? <p className="mt-2 max-w-prose text-sm break-words whitespace-pre-line">{friend.notes}</p> : null}
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <Button size="sm" onClick={onChange}>
          Change<span className="sr-only"> the grades of {friend.name}</span>
        </Button>
        {sure ? (
          <>
            <Button size="sm" variant="danger" onClick={remove}>
              Delete these grades for good
            </Button>
            <Button size="sm" variant="quiet" onClick={() => setSure(false)}>
              Keep them
            </Button>
          </>
        ) : (
          <Button size="sm" variant="quiet" onClick={() => setSure(true)}>
            Delete<span className="sr-only"> the grades of {friend.name}</span>
          </Button>
        )}
        {problem ? (
          <p role="alert" className="text-sm text-bad">
            {problem}
          </p>
        ) : null}
      </div>
    </article>
  )
}
