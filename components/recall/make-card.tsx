'use client'

import { useState } from 'react'
import { postJson } from '../review/post-json.ts'
import { Button } from '../ui/button.tsx'

/** Makes a card of an estimate that went wrong; once made, it says so. */
export function MakeCard({ attemptId, target }: { attemptId: string; target: string }) {
  const [state, setState] = useState<'idle' | 'busy' | 'made'>('idle')
  const [problem, setProblem] = useState('')
  const make = async () => {
    setState('busy')
    const sent = await postJson(`/api/attempts/${attemptId}/cards`, { target })
    setState(sent.ok ? 'made' : 'idle')
    setProblem(sent.ok ? '' : sent.message)
  }
  return (
    <p className="mt-1 text-xs print:hidden">
      {state === 'made' ? (
        <a href="/cards">It is among your cards</a>
      ) : (
        <Button size="sm" variant="quiet" className="-ml-2" disabled={state === 'busy'} onClick={() => void make()}>
          Make a card
        </Button>
      )}
      <span role="status" className="text-bad">
        {problem}
      </span>
    </p>
  )
}
