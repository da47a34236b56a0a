'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { Button } from '../ui/button.tsx'
import { postJson } from './post-json.ts'

/** Scores an attempt once more. The scores before it stay. */
export function ScoreAgain({ attemptId }: { attemptId: string }) {
  const router = useRouter()
  const [problem, setProblem] = useState('')
  const [pending, start] = useTransition()
  const run = () =>
    start(async () => {
      const answer = await postJson(`/api/attempts/${attemptId}/rescore`, {})
      setProblem(answer.ok ? '' : answer.message)
      router.refresh()
    })
  return (
    <div className="mt-2 flex flex-wrap items-center gap-3 print:hidden">
      <Button size="sm" onClick={run} disabled={pending}>
        Score again
      </Button>
      <span role="status" className="text-sm">
        {pending ? 'Scoring…' : problem}
      </span>
    </div>
  )
}
