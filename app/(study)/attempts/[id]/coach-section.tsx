import { cache } from 'react'
import { CheapestEdits, LedgerView } from '#components/review/coach-view.tsx'
import { Section } from '#components/ui/page.tsx'
import type { Level } from '#engine/drill/drill.ts'
import type { ScoreReport } from '#engine/rubric/score-report.ts'
import { coachingOf } from '#server/attempts/service.ts'

const coaching = cache(coachingOf)

type Props = { userId: string; attemptId: string; level: Level; report: ScoreReport }

/** The edits, when they are found: trying them takes longer than the rest of the page. */
export async function CoachEdits({ userId, attemptId, level, report }: Props) {
  const found = await coaching(userId, attemptId, level)
  if (!found) return null
  return <CheapestEdits proposal={found.proposal} report={report} />
}

export async function CoachLedger({ userId, attemptId, level }: Omit<Props, 'report'>) {
  const found = await coaching(userId, attemptId, level)
  if (!found) return null
  return (
    <Section id="loose" title="What hangs loose" aside="None of it costs points by itself">
      <LedgerView ledger={found.ledger} />
    </Section>
  )
}
