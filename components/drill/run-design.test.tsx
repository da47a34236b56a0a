import { describe, expect, it } from 'vitest'
import { emptySubmission } from '#engine/design/submission.ts'
import { mayRun } from './run-design.tsx'

const predicted = (ten: string, hundred: string) => ({
  ...emptySubmission,
  predictions: { at10x: { component: ten, because: '' }, at100x: { component: hundred, because: '' } },
})

describe('mayRun', () => {
  it('always in practice, never in a mock', () => {
    expect(mayRun('practice', emptySubmission)).toBe(true)
    expect(mayRun('mock', predicted('db', 'web'))).toBe(false)
  })

  it('in a drill once both predictions are written', () => {
    expect(mayRun('drill', predicted('db', ''))).toBe(false)
    expect(mayRun('drill', predicted('', 'db'))).toBe(false)
    expect(mayRun('drill', predicted('db', 'web'))).toBe(true)
  })
})
