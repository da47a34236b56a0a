import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fluidOf } from '../../simulation/spike.ts'
import { tellSpike } from './spike-story.ts'

const plain = {
  rate: 100,
  capacity: 50,
  servers: 4,
  factor: 5,
  minutes: 10,
  queue: true,
  autoscaler: false,
  startSeconds: 120,
  cooldownSeconds: 300,
}

describe('tellSpike', () => {
  it('fills and drains its queue as the simulator’s own formula says', () => {
    const story = tellSpike(plain)
    const { backlog, drainTime } = fluidOf(100, 200, 5, 600)
    expect(story.longestQueue).toBeCloseTo(backlog, 6)
    expect(Math.abs((story.drained ?? 0) - (drainTime ?? 0))).toBeLessThanOrEqual(5)
    expect(story.refused).toBe(0)
  })

  it('refuses what it cannot do without a queue', () => {
    const story = tellSpike({ ...plain, queue: false })
    expect(story.refused).toBeCloseTo((500 - 200) * 600, 6)
    expect(story.longestQueue).toBe(0)
  })

  it('is helped by an autoscaler the sooner, the sooner its servers start and the shorter its cooldown', () => {
    const refused = (startSeconds: number, cooldownSeconds: number) =>
      tellSpike({ ...plain, queue: false, autoscaler: true, startSeconds, cooldownSeconds }).refused
    expect(refused(60, 60)).toBeLessThan(refused(300, 60))
    expect(refused(60, 60)).toBeLessThan(refused(60, 600))
    expect(refused(300, 300)).toBeLessThan(tellSpike({ ...plain, queue: false }).refused)
    expect(tellSpike({ ...plain, autoscaler: true }).mostServers).toBe(15)
  })

  it('loses no request: each is answered, refused or still waiting', () => {
    fc.assert(
      fc.property(
        fc.record({
          rate: fc.integer({ min: 1, max: 500 }),
          servers: fc.integer({ min: 1, max: 40 }),
          factor: fc.integer({ min: 1, max: 20 }),
          queue: fc.boolean(),
          autoscaler: fc.boolean(),
        }),
        changes => {
          const story = tellSpike({ ...plain, ...changes })
          const offered = story.moments.reduce((sum, m) => sum + m.offered * 5, 0)
          const waiting = story.moments.at(-1)?.backlog ?? 0
          expect(Math.abs(story.answered + story.refused + waiting - offered) / offered).toBeLessThan(1e-9)
        },
      ),
    )
  })
})
