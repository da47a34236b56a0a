'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { SelectField } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { Tag } from '../ui/tag.tsx'
import { postJson } from './post-json.ts'

type Row = {
  readonly id: string
  readonly created: string
  readonly until: string
  readonly state: 'open' | 'revoked' | 'expired'
}
const states = { open: 'Open', revoked: 'Taken back', expired: 'Run out' } as const

/** The read-only links of an attempt: make one, take one back. */
export function ShareLinks({ attemptId, links }: { attemptId: string; links: readonly Row[] }) {
  const router = useRouter()
  const [days, setDays] = useState('30')
  const [made, setMade] = useState('')
  const [problem, setProblem] = useState('')
  const url = `/api/attempts/${attemptId}/share-links`
  const make = async () => {
    const answer = await postJson<{ path: string }>(url, { days: Number(days) })
    setMade(answer.ok ? `${window.location.origin}${answer.data.path}` : '')
    setProblem(answer.ok ? '' : answer.message)
    router.refresh()
  }
  const revoke = async (id: string) => {
    const answer = await postJson(`${url}/${id}`, {}, 'DELETE')
    setMade('')
    setProblem(answer.ok ? '' : answer.message)
    router.refresh()
  }
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end gap-3">
        <div className="w-40">
          <SelectField label="A link that works for" value={days} onChange={e => setDays(e.target.value)}>
            <option value="7">a week</option>
            <option value="30">thirty days</option>
            <option value="365">a year</option>
          </SelectField>
        </div>
        <Button onClick={make}>Make a link</Button>
      </div>
      {made ? (
        <Notice tone="info" title="Copy this link now: it is not shown again">
          <code className="break-all select-all">{made}</code>
        </Notice>
      ) : null}
      {problem ? <Notice tone="bad">{problem}</Notice> : null}
      {links.length > 0 ? (
        <ul aria-label="Links" className="flex flex-col text-sm">
          {links.map(({ id, created, until, state }) => (
            <li key={id} className="flex min-h-10 flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-1">
              <span>Made {created}</span>
              <Tag tone={state === 'open' ? 'good' : 'plain'}>{states[state]}</Tag>
              {state === 'open' ? (
                <>
                  <span className="text-quiet">until {until}</span>
                  <Button size="sm" variant="danger" className="ml-auto" onClick={() => revoke(id)}>
                    Take back<span className="sr-only"> the link made {created}</span>
                  </Button>
                </>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
