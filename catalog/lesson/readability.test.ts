import { describe, expect, it } from 'vitest'
import { readabilityOf } from './readability.ts'

describe('readabilityOf', () => {
  it('finds short plain sentences easier than a long learned one', () => {
    const plain = readabilityOf('The cache is full. The store is slow. We wait.')
    const learned = readabilityOf(
      'Notwithstanding considerable organisational apprehension, the architectural reconfiguration necessitated comprehensive infrastructural rehabilitation.',
    )
    expect(plain).toMatchObject({ sentence: 3.3 })
    expect(plain.ease).toBeGreaterThan(90)
    expect(learned.ease).toBeLessThan(0)
  })

  it('says nothing of a text without words', () => {
    expect(readabilityOf('12 34. 56')).toEqual({ sentence: 0, ease: 0 })
  })
})
