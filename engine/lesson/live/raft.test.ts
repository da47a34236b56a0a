import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newRaft, type Raft, type RaftAction, stepRaft } from './raft.ts'

const run = (actions: readonly RaftAction[], count = 5) => actions.reduce(stepRaft, newRaft(count))
const server = (raft: Raft, id: number) => {
  const found = raft.servers.find(s => s.id === id)
  if (!found) throw new Error(`no server ${id}`)
  return found
}

describe('stepRaft', () => {
  it('elects with a majority, commits with a majority, and says so', () => {
    const elected = run([{ do: 'time out', server: 2 }])
    expect(server(elected, 2)).toMatchObject({ role: 'leader', term: 1 })
    expect(elected.says).toContain('leads with 5 of 5 votes')
    const written = stepRaft(elected, { do: 'write', server: 2 })
    expect(server(written, 2)).toMatchObject({ log: [{ term: 1, value: 'x=1' }], commit: 0 })
    const committed = stepRaft(written, { do: 'replicate', server: 2 })
    expect(committed.servers.map(s => s.commit)).toEqual([1, 1, 1, 1, 1])
  })

  it('elects nobody without a majority, and commits nothing on the small side of a cut', () => {
    const cut = run([
      { do: 'time out', server: 1 },
      { do: 'cut', apart: [1, 2] },
      { do: 'write', server: 1 },
      { do: 'replicate', server: 1 },
    ])
    expect(cut.servers.map(s => s.commit)).toEqual([0, 0, 0, 0, 0])
    const two = run([{ do: 'time out', server: 3 }], 5)
    const alone = [
      { do: 'stop', server: 1 } as const,
      { do: 'stop', server: 2 } as const,
      { do: 'stop', server: 4 } as const,
    ].reduce(stepRaft, two)
    const tried = stepRaft(alone, { do: 'time out', server: 5 })
    expect(server(tried, 5).role).toBe('candidate')
  })

  it('lets the old leader of the small side step down and give up what was never committed', () => {
    const healed = run([
      { do: 'time out', server: 1 },
      { do: 'cut', apart: [1, 2] },
      { do: 'write', server: 1 },
      { do: 'replicate', server: 1 },
      { do: 'time out', server: 3 },
      { do: 'write', server: 3 },
      { do: 'replicate', server: 3 },
      { do: 'heal' },
      { do: 'replicate', server: 3 },
    ])
    expect(server(healed, 1)).toMatchObject({ role: 'follower', term: 2, log: [{ term: 2, value: 'x=2' }], commit: 1 })
    expect(healed.says).toContain('S1, S2 give up entries that were never committed')
  })

  it('refuses a vote to a log that lacks what is committed', () => {
    const behind = run([
      { do: 'time out', server: 1 },
      { do: 'stop', server: 5 },
      { do: 'write', server: 1 },
      { do: 'replicate', server: 1 },
      { do: 'start', server: 5 },
      { do: 'time out', server: 5 },
    ])
    expect(server(behind, 5).role).toBe('candidate')
    expect(behind.says).toContain('1 of 5 votes')
  })

  const action = (count: number): fc.Arbitrary<RaftAction> => {
    const id = fc.integer({ min: 1, max: count })
    return fc.oneof(
      { weight: 4, arbitrary: fc.record({ do: fc.constant('time out' as const), server: id }) },
      { weight: 5, arbitrary: fc.record({ do: fc.constantFrom('write' as const, 'replicate' as const), server: id }) },
      { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('stop' as const, 'start' as const), server: id }) },
      {
        weight: 1,
        arbitrary: fc.record({ do: fc.constant('cut' as const), apart: fc.uniqueArray(id, { maxLength: count - 1 }) }),
      },
      { weight: 1, arbitrary: fc.constant({ do: 'heal' as const }) },
    )
  }

  it.each([3, 5])(
    'keeps its promises with %i servers whatever happens: one leader a term, and what is committed stays',
    count => {
      fc.assert(
        fc.property(fc.array(action(count), { maxLength: 80 }), actions => {
          let raft = newRaft(count)
          const leaders = new Map<number, number>()
          const committed: string[] = []
          for (const one of actions) {
            raft = stepRaft(raft, one)
            for (const s of raft.servers) {
              if (s.role === 'leader') {
                expect(leaders.get(s.term) ?? s.id).toBe(s.id)
                leaders.set(s.term, s.id)
              }
              expect(s.commit).toBeLessThanOrEqual(s.log.length)
              for (const [index, entry] of s.log.slice(0, s.commit).entries()) {
                expect(entry.value).toBe(committed[index] ?? entry.value)
                committed[index] = entry.value
              }
            }
          }
        }),
        { numRuns: 400, seed: 7 },
      )
    },
  )
})
