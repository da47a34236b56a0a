import { type RaftPart, raftPart } from '#engine/lesson/live/parts.ts'
import { newRaft, type RaftAction, stepRaft } from '#engine/lesson/live/raft.ts'
import { Live } from './live.tsx'
import { PartFrame } from './part-frame.tsx'
import { RaftView } from './raft-view.tsx'

/** What is told where nothing can be pressed: an election, a write, its commit. */
const story: readonly RaftAction[] = [
  { do: 'time out', server: 1 },
  { do: 'write', server: 1 },
  { do: 'replicate', server: 1 },
]

/** A Raft cluster: told as a short story on the server, to play with when it comes near the window. */
export function Raft(given: RaftPart) {
  const part = raftPart.parse(given)
  const told = [newRaft(part.servers)]
  for (const action of story) told.push(stepRaft(told.at(-1) ?? newRaft(part.servers), action))
  const last = told.at(-1)
  return (
    <PartFrame id={part.id} mark="Play" title={part.title}>
      <Live part={{ kind: 'raft', part }}>
        <ol className="text-sm">
          {told.slice(1, -1).map(({ says }) => (
            <li key={says}>{says}</li>
          ))}
        </ol>
        {last ? <RaftView raft={last} /> : null}
      </Live>
    </PartFrame>
  )
}
