import { describe, expect, it } from 'vitest'
import { newPartition, type PartitionAction, stepPartition } from './partition.ts'

const split: readonly PartitionAction[] = [
  { do: 'add', side: 'A' },
  { do: 'cut' },
  { do: 'add', side: 'A' },
  { do: 'add', side: 'B' },
]
const run = (policy: 'consistent' | 'available', merge: 'last-write-wins' | 'union', actions: readonly PartitionAction[]) =>
  actions.reduce(stepPartition, newPartition({ policy, merge }))

describe('stepPartition', () => {
  it('refuses on the side without a majority when it is consistent, and loses nothing', () => {
    const cut = run('consistent', 'union', split)
    expect(cut.sides).toMatchObject({ A: { items: ['tea', 'bread'] }, B: { items: ['tea'] } })
    expect(cut.says).toContain('refuses the write')
    expect(stepPartition(cut, { do: 'read', side: 'B' }).says).toContain('refuses to answer')
    const healed = stepPartition(cut, { do: 'heal' })
    expect(healed.sides.B.items).toEqual(['tea', 'bread'])
  })

  it('answers on both sides when it is available, and loses a confirmed write when the later one wins', () => {
    const cut = run('available', 'last-write-wins', split)
    expect(cut.sides).toMatchObject({ A: { items: ['tea', 'bread'] }, B: { items: ['tea', 'apples'] } })
    expect(stepPartition(cut, { do: 'read', side: 'A' }).says).toContain('not the newest')
    const healed = stepPartition(cut, { do: 'heal' })
    expect(healed.sides.A.items).toEqual(['tea', 'apples'])
    expect(healed.says).toContain('Lost, though it was confirmed: bread')
  })

  it('keeps both carts when they are merged', () => {
    const healed = run('available', 'union', [...split, { do: 'heal' }])
    expect(healed.sides.B.items).toEqual(['tea', 'bread', 'apples'])
  })

  it('writes everywhere while the network is whole', () => {
    const whole = run('consistent', 'union', [{ do: 'add', side: 'B' }])
    expect(whole.sides.A).toEqual(whole.sides.B)
    expect(stepPartition(whole, { do: 'heal' }).says).toBe('The network is whole.')
  })
})
