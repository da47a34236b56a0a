import { newPartition, type PartitionAction, stepPartition } from '#engine/lesson/live/partition.ts'
import { type PartitionPart, partitionPart } from '#engine/lesson/live/parts.ts'
import { Live } from './live.tsx'
import { PartFrame } from './part-frame.tsx'
import { PartitionView } from './partition-view.tsx'

/** What is told where nothing can be pressed: a write on each side of a cut, and what becomes of both. */
const story: readonly PartitionAction[] = [
  { do: 'add', side: 'A' },
  { do: 'cut' },
  { do: 'add', side: 'A' },
  { do: 'add', side: 'B' },
  { do: 'heal' },
]

/** Two sides of a store: told as a short story on the server, to play with when it comes near the window. */
export function Partition(given: PartitionPart) {
  const part = partitionPart.parse(given)
  const told = [newPartition(part)]
  for (const action of story) told.push(stepPartition(told.at(-1) ?? newPartition(part), action))
  const last = told.at(-1)
  return (
    <PartFrame id={part.id} mark="Play" title={part.title}>
      <Live part={{ kind: 'partition', part }}>
        <ol className="text-sm">
          {told.slice(1, -1).map(({ says }) => (
            <li key={says}>{says}</li>
          ))}
        </ol>
        {last ? <PartitionView state={last} /> : null}
      </Live>
    </PartFrame>
  )
}
