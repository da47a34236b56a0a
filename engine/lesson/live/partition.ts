import type { PartitionPart } from './parts.ts'

export type Side = 'A' | 'B'
type Policy = PartitionPart['policy']
type Merge = PartitionPart['merge']

type Cart = { readonly items: readonly string[]; readonly writtenAt: number }

export type Partitioned = {
  readonly policy: Policy
  readonly merge: Merge
  readonly cut: boolean
  readonly sides: Readonly<Record<Side, Cart>>
  /** A clock of the story: one tick a write. */
  readonly tick: number
  readonly says: string
}

export type PartitionAction =
  | { readonly do: 'cut' | 'heal' }
  | { readonly do: 'add' | 'read'; readonly side: Side }
  | { readonly do: 'choose'; readonly policy: Policy; readonly merge: Merge }

const goods = ['tea', 'bread', 'apples', 'salt', 'honey', 'rice', 'lemons', 'oats', 'figs'] as const

/** A cart kept by three replicas, two on side A and one on side B, before anything has happened. */
export const newPartition = ({ policy, merge }: Pick<PartitionPart, 'policy' | 'merge'>): Partitioned => ({
  policy,
  merge,
  cut: false,
  sides: { A: { items: [], writtenAt: 0 }, B: { items: [], writtenAt: 0 } },
  tick: 0,
  says: 'A cart on three replicas: two on side A, one on side B. The network is whole.',
})

const other = (side: Side): Side => (side === 'A' ? 'B' : 'A')
const listed = (items: readonly string[]) => (items.length === 0 ? 'an empty cart' : items.join(', '))

/** One thing happens. Side A has the majority, so a consistent store goes on there and refuses on side B while the network is cut. */
export function stepPartition(now: Partitioned, action: PartitionAction): Partitioned {
  switch (action.do) {
    case 'choose':
      return { ...newPartition(action), says: `From the start, ${action.policy} while the network is cut.` }
    case 'cut':
      return {
        ...now,
        cut: true,
        says: now.cut
          ? 'It is cut already.'
          : 'The network between A and B is cut. Neither knows whether the other is down or only unheard.',
      }
    case 'heal':
      return heal(now)
    case 'read':
      return { ...now, says: read(now, action.side) }
    case 'add':
      return add(now, action.side)
  }
}

const refuses = (now: Partitioned, side: Side) => now.cut && now.policy === 'consistent' && side === 'B'

function read(now: Partitioned, side: Side): string {
  if (refuses(now, side))
    return 'Side B refuses to answer: it cannot reach a majority, so it cannot know whether what it has is the newest.'
  const mine = now.sides[side]
  const theirs = now.sides[other(side)]
  const stale = now.cut && theirs.writtenAt > mine.writtenAt
  return `Side ${side} answers: ${listed(mine.items)}.${stale ? ' That is not the newest: the other side has taken a write since.' : ''}`
}

function add(now: Partitioned, side: Side): Partitioned {
  if (refuses(now, side))
    return {
      ...now,
      says: 'Side B refuses the write: without a majority it could not be sure that it survives. The client sees an error.',
    }
  const tick = now.tick + 1
  const item = goods[now.tick % goods.length] ?? 'tea'
  const cart: Cart = { items: [...now.sides[side].items, item], writtenAt: tick }
  const sides = now.cut ? { ...now.sides, [side]: cart } : { A: cart, B: cart }
  const where = now.cut ? `side ${side} alone; the other side does not hear of it` : 'all three replicas'
  return { ...now, tick, sides, says: `${item} is added, and it is on ${where}.` }
}

function heal(now: Partitioned): Partitioned {
  if (!now.cut) return { ...now, says: 'The network is whole.' }
  const { A, B } = now.sides
  const whole = (cart: Cart, says: string): Partitioned => ({ ...now, cut: false, sides: { A: cart, B: cart }, says })
  const later = A.writtenAt >= B.writtenAt ? A : B
  const same = A.items.join() === B.items.join()
  if (same) return whole(A, 'The network is whole, and both sides have the same cart.')
  if (now.policy === 'consistent')
    return whole(A, `The network is whole. Side B takes over what it missed: ${listed(A.items)}. Nothing is lost.`)
  if (now.merge === 'union') {
    const items = [...A.items, ...B.items.filter(item => !A.items.includes(item))]
    return whole(
      { items, writtenAt: later.writtenAt },
      `The network is whole. Both carts are kept: ${listed(items)}. What one side had removed would be back, too.`,
    )
  }
  const lost = (later === A ? B : A).items.filter(item => !later.items.includes(item))
  return whole(
    later,
    `The network is whole. The later write wins: ${listed(later.items)}.${lost.length > 0 ? ` Lost, though it was confirmed: ${listed(lost)}.` : ''}`,
  )
}
