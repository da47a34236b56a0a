import type { StepperPart } from '#engine/lesson/live/parts.ts'
import { heldAfter } from '#engine/lesson/live/stepper.ts'

/** One step: what happens, what each actor holds then, and how it is taken back. */
export function StepperView({ part, step }: { part: StepperPart; step: number }) {
  const now = part.steps[step]
  if (!now) return null
  const held = heldAfter(part, step)
  const changed = new Set(Object.keys(now.state))
  return (
    <>
      <p className="text-sm">
        <strong>
          {step + 1} of {part.steps.length}: {now.title}.
        </strong>{' '}
        {now.says}
      </p>
      <dl className="mt-2 grid gap-2 text-sm sm:grid-cols-[repeat(auto-fit,minmax(9rem,1fr))]">
        {part.actors.map(actor => (
          <div
            key={actor}
            className={`rounded-md border px-2.5 py-1.5 ${changed.has(actor) ? 'border-accent bg-accent-wash' : 'border-line'}`}
          >
            <dt className="text-xs text-quiet">
              {actor}
              {changed.has(actor) ? ' (changed)' : ''}
            </dt>
            <dd className="min-h-5 break-words">{held[actor] || '–'}</dd>
          </div>
        ))}
      </dl>
      {now.back ? (
        <p className="mt-2 text-sm text-quiet">
          <span className="font-semibold text-ink">Back from here:</span> {now.back}
        </p>
      ) : null}
    </>
  )
}
