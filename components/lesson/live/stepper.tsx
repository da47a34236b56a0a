import { type StepperPart, stepperPart } from '#engine/lesson/live/parts.ts'
import { Live } from './live.tsx'
import { PartFrame } from './part-frame.tsx'

/** Something that happens in steps: as a list without JavaScript, one at a time with it. */
export function Stepper(given: StepperPart) {
  const part = stepperPart.parse(given)
  return (
    <PartFrame id={part.id} mark="Walk through" title={part.title}>
      <Live part={{ kind: 'stepper', part }}>
        <ol className="text-sm">
          {part.steps.map(({ title, says, back }) => (
            <li key={title}>
              <strong>{title}.</strong> {says}
              {back ? <span className="block text-quiet">Back from here: {back}</span> : null}
            </li>
          ))}
        </ol>
      </Live>
    </PartFrame>
  )
}
