import { describe, expect, it } from 'vitest'
import { nameAt } from './explain-hover.ts'

const known = (name: string) => ['peak', 'urls', 'größe'].includes(name)

describe('nameAt', () => {
  it('finds the name under the pointer, at its ends too', () => {
    expect(nameAt('peak = urls * 3', 8, known)).toEqual({ from: 7, to: 11, name: 'urls' })
    expect(nameAt('peak = urls * 3', 0, known)?.name).toBe('peak')
    expect(nameAt('2 * größe', 6, known)?.name).toBe('größe')
  })

  it('finds nothing on units, numbers and names without a value', () => {
    expect(nameAt('peak = urls * 3 days', 16, known)).toBeNull()
    expect(nameAt('x = 1', 0, known)).toBeNull()
    expect(nameAt('', 0, known)).toBeNull()
  })
})
