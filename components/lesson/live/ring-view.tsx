import { rebalance } from '#engine/simulation/rebalance.ts'
import { BarRow } from './controls.tsx'

const percent = (share: number) => `${Math.round(share * 100)}%`

/** One shard is added: how many keys move, and how full the fullest shard is, on a ring and by modulo. */
export function RingView({ shards, virtualNodes }: { shards: number; virtualNodes: number }) {
  const found = rebalance({ shards, virtualNodes })
  if (!found) return <p className="text-sm text-quiet">Choose at least one shard and one point.</p>
  const { ring, modulo } = found
  const least = 1 / (shards + 1)
  const most = Math.max(ring.imbalance.mean, modulo.imbalance.mean)
  return (
    <>
      <p role="status" className="mt-3 text-sm">
        From {shards} to {shards + 1} shards: the ring moves <span className="num">{percent(ring.moved.mean)}</span> of the keys,
        modulo <span className="num">{percent(modulo.moved.mean)}</span>; the least possible is{' '}
        <span className="num">{percent(least)}</span>. With {virtualNodes} {virtualNodes === 1 ? 'point' : 'points'} a shard the
        fullest one on the ring has <span className="num">{ring.imbalance.mean.toFixed(2)}</span> times its share.
      </p>
      <table className="mt-2 w-full text-sm">
        <tbody>
          <BarRow label="Keys that move, ring" text={percent(ring.moved.mean)} share={ring.moved.mean} />
          <BarRow label="Keys that move, modulo" text={percent(modulo.moved.mean)} share={modulo.moved.mean} tone="bg-data-2" />
          <BarRow label="Fullest shard, ring" text={`${ring.imbalance.mean.toFixed(2)}x`} share={ring.imbalance.mean / most} />
          <BarRow
            label="Fullest shard, modulo"
            text={`${modulo.imbalance.mean.toFixed(2)}x`}
            share={modulo.imbalance.mean / most}
            tone="bg-data-2"
          />
        </tbody>
      </table>
      <p className="mt-1 text-xs text-quiet">Means of twenty seeded runs; all keys are asked for alike.</p>
    </>
  )
}
