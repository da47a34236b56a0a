'use client'

import type { LiveRun } from '#engine/simulation/live-run.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { useLiveControls, useLiveRun } from './live-run-context.tsx'
import { SentenceOfRun } from './sentence-of-run.tsx'

/** What a run comes to, in one sentence: whether it holds, what breaks first, the slowest p99, and the cost. Each with its scope. */
export function RunSentence() {
  const run = useLiveRun()
  const { failure, again } = useLiveControls()
  if (failure)
    return (
      <Notice tone="bad" title={`The simulator stopped: ${failure}.`}>
        Your design is untouched.{' '}
        <Button size="sm" onClick={again}>
          Run again
        </Button>
      </Notice>
    )
  if (!run) return <p className="text-sm text-quiet">Running…</p>
  if (run.flows.length === 0)
    return (
      <p className="text-sm text-quiet">
        Nothing to run yet.{run.problems.map(p => ` ${p.message} ${p.mend}`).join('') || ' Draw a flow with its rate.'}
      </p>
    )
  return (
    <div className="flex flex-col gap-2">
      <SentenceOfRun run={run} />
      <LeftOut run={run} />
    </div>
  )
}

/** What the figures do not contain, said beside them. */
function LeftOut({ run: { problems } }: { run: LiveRun }) {
  if (problems.length === 0) return null
  return (
    <Notice tone="attention" title="Left out of the run">
      <ul>
        {problems.slice(0, 3).map(p => (
          <li key={`${p.name}${p.message}`}>
            {p.name ? `${p.name}: ` : ''}
            {p.message} {p.mend}
          </li>
        ))}
      </ul>
      {problems.length > 3 ? <p>And {problems.length - 3} more.</p> : null}
    </Notice>
  )
}
