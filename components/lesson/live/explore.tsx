import { explore } from '#engine/lesson/live/explore.ts'
import { type ExplorePart, explorePart } from '#engine/lesson/live/parts.ts'
import { ExploreView } from './explore-view.tsx'
import { Live } from './live.tsx'
import { PartFrame } from './part-frame.tsx'

/** Numbers to move: worked out on the server at their start, with sliders when it comes near the window. */
export function Explore(given: ExplorePart) {
  const part = explorePart.parse(given)
  const explored = explore(part)
  return (
    <PartFrame id={part.id} mark="Try" title={part.title}>
      <Live part={{ kind: 'explore', part }}>
        <ul className="text-sm">
          {explored.sliders.map(({ name, label, text }) => (
            <li key={name} className="flex justify-between gap-3">
              {label} <span className="num">{text}</span>
            </li>
          ))}
        </ul>
        <ExploreView explored={explored} />
      </Live>
    </PartFrame>
  )
}
