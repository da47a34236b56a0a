import { CircleCheck, CircleDashed, CircleDot, CircleHelp } from 'lucide-react'
import type { Verdict } from '#engine/rubric/criterion.ts'

const looks = {
  met: { Icon: CircleCheck, ink: 'text-good', word: 'Met' },
  partly: { Icon: CircleDot, ink: 'text-attention', word: 'Partly' },
  missed: { Icon: CircleDashed, ink: 'text-bad', word: 'Missed' },
  unsure: { Icon: CircleHelp, ink: 'text-info', word: 'Look yourself' },
} as const

/** A verdict in a word and a sign, never by colour alone. */
export function VerdictMark({ verdict }: { verdict: Verdict }) {
  const { Icon, ink, word } = looks[verdict]
  return (
    <span className={`inline-flex items-center gap-1 text-sm font-medium whitespace-nowrap ${ink}`}>
      <Icon aria-hidden className="size-4" />
      {word}
    </span>
  )
}
