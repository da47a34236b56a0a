'use client'

import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import type { Curveball } from './use-curveballs.ts'

/** The newest thing that the interviewer has said, until it is put aside; the prompt keeps them all. */
export function CurveballNotice({ curveballs }: { curveballs: readonly Curveball[] }) {
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set())
  // The newest first, so that it is seen and read out as it comes, also when an older one still stands there.
  const [first, ...others] = curveballs.filter(c => !seen.has(c.id)).toReversed()
  if (!first) return null
  return (
    <Notice tone="info" title={`The interviewer asks, at minute ${Math.round(first.minute)}`} className="mb-4">
      <p className="max-w-prose">{first.text}</p>
      <p className="mt-1 text-quiet">
        Answer it in the design itself: what is written there is what is scored. The prompt keeps the question.
      </p>
      <Button variant="quiet" className="mt-1 -ml-2" onClick={() => setSeen(now => new Set([...now, first.id]))}>
        {others.length > 0 ? `Next (${others.length} more)` : 'Put aside'}
      </Button>
    </Notice>
  )
}
