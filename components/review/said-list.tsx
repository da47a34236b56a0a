import { Tag } from '../ui/tag.tsx'

const names = { curveball: 'curveball', nemesis: 'nemesis', probe: 'question' } as const

type Said = { readonly kind: keyof typeof names; readonly id: string; readonly minute: number; readonly text: string }

/** All that the interviewer of a mock said, and when. */
export function SaidList({ said }: { said: readonly Said[] }) {
  if (said.length === 0) return <p className="text-sm text-quiet">Nothing: it was handed in before there was anything to ask.</p>
  return (
    <ol className="flex flex-col gap-1 text-sm">
      {said.map(({ kind, id, minute, text }) => (
        <li key={`${kind} ${id}`} className="flex gap-2">
          <span className="num w-14 shrink-0 text-quiet">min {Math.round(minute)}</span>
          <span className="min-w-0 break-words">
            <Tag tone={kind === 'probe' ? 'info' : 'attention'}>{names[kind]}</Tag> {text}
          </span>
        </li>
      ))}
    </ol>
  )
}
