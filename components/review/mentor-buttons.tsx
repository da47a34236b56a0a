'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { SelectField } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { postJson } from './post-json.ts'

/** Shows an attempt to a mentor. */
export function ShareWithMentor({ attemptId, mentors }: { attemptId: string; mentors: readonly { id: string; name: string }[] }) {
  const router = useRouter()
  const [chosen, setChosen] = useState(mentors[0]?.id ?? '')
  const [problem, setProblem] = useState('')
  const share = async () => {
    const answer = await postJson(`/api/attempts/${attemptId}/mentors`, { mentorId: chosen })
    setProblem(answer.ok ? '' : answer.message)
    router.refresh()
  }
  return (
    <div className="flex flex-col gap-3 print:hidden">
      <div className="flex flex-wrap items-end gap-3">
        <div className="w-64">
          <SelectField label="Share with" value={chosen} onChange={e => setChosen(e.target.value)}>
            {mentors.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
        </div>
        <Button onClick={share}>Share</Button>
      </div>
      {problem ? <Notice tone="bad">{problem}</Notice> : null}
    </div>
  )
}

/** Takes an attempt back from a mentor. */
export function WithdrawFromMentor({ attemptId, mentorId, name }: { attemptId: string; mentorId: string; name: string }) {
  const router = useRouter()
  const [problem, setProblem] = useState('')
  const withdraw = async () => {
    const answer = await postJson(`/api/attempts/${attemptId}/mentors/${mentorId}`, {}, 'DELETE')
    setProblem(answer.ok ? '' : answer.message)
    router.refresh()
  }
  return (
    <>
      <Button size="sm" variant="danger" onClick={withdraw} className="print:hidden">
        Take it back<span className="sr-only"> from {name}</span>
      </Button>
      {problem ? <span className="text-sm text-bad">{problem}</span> : null}
    </>
  )
}

/** Ends a mentor's scoring. What it does is said before, not asked after. */
export function FinishReview({ attemptId }: { attemptId: string }) {
  const router = useRouter()
  const [problem, setProblem] = useState('')
  const finish = async () => {
    const answer = await postJson(`/api/mentoring/${attemptId}/done`, {})
    setProblem(answer.ok ? '' : answer.message)
    router.refresh()
  }
  return (
    <div className="card flex flex-col items-start gap-3 p-4">
      <p className="text-sm">
        When you are done you see what the engine said, the candidate sees your verdicts, and they stay as they are. What you have
        not judged stays empty.
      </p>
      <Button variant="primary" onClick={finish}>
        I am done: show both columns
      </Button>
      {problem ? <Notice tone="bad">{problem}</Notice> : null}
    </div>
  )
}
