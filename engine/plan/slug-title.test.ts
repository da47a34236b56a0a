import { expect, it } from 'vitest'
import { slugTitle } from './slug-title.ts'

it('reads as a title', () => {
  expect(slugTitle('cdn-and-edge')).toBe('CDN and edge')
  expect(slugTitle('apis-and-two-pizza-teams')).toBe('APIs and two pizza teams')
  expect(slugTitle('kata-availability-dr')).toBe('Kata availability DR')
  expect(slugTitle('interview-format')).toBe('Interview format')
})
