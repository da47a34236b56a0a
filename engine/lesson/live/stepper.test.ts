import { expect, it } from 'vitest'
import { stepperPart } from './parts.ts'
import { heldAfter, strangers } from './stepper.ts'

const part = stepperPart.parse({
  id: 's',
  title: 'Dual write',
  actors: ['old', 'new'],
  steps: [
    { title: 'Copy', says: 'x', state: { old: 'all', new: 'half' } },
    { title: 'Switch', says: 'x', state: { new: 'all' }, back: 'Read from the old one again.' },
  ],
})

it('keeps what an actor held until a step says otherwise', () => {
  expect(heldAfter(part, 0)).toEqual({ old: 'all', new: 'half' })
  expect(heldAfter(part, 1)).toEqual({ old: 'all', new: 'all' })
  expect(heldAfter(part, 99)).toEqual(heldAfter(part, 1))
})

it('names an actor that nobody introduced', () => {
  expect(strangers(part)).toEqual([])
  expect(strangers({ ...part, actors: ['old'] })).toEqual(['new', 'new'])
})
