import { met, missed, partly } from '../../../criterion.ts'
import type { ConsistencyRule } from '../rule.ts'

/** A quorum needs three copies, an odd number of them, and at least as many zones as it must survive the loss of one. */
export const quorumOverlaps: ConsistencyRule = {
  id: 'quorum-overlaps',
  title: 'A quorum has three copies or more, an odd number, in as many zones',
  parameters: [],
  check({ submission }) {
    const quorums = submission.data.filter(s => s.replication.mode === 'quorum')
    if (quorums.length === 0) return missed('No store is written by quorum.')
    const judged = quorums.map(store => {
      const factor = store.replication.factor ?? 0
      const zones = submission.architecture.components.find(c => c.id === store.component)?.zones ?? 1
      return { store, factor, zones }
    })
    const evidence = judged.map(({ store, factor, zones }) => ({
      at: `/data/${store.id}/replication`,
      text: `${factor} copies in ${zones} zones`,
    }))
    const small = judged.filter(({ factor }) => factor < 3)
    if (small.length > 0)
      return missed(
        `Fewer than three copies have no majority that survives a loss: ${small.map(j => j.store.id).join(', ')}.`,
        evidence,
      )
    const together = judged.filter(({ zones }) => zones < 3)
    if (together.length > 0)
      return partly(
        `In fewer than three zones, one zone can hold the majority: ${together.map(j => j.store.id).join(', ')}.`,
        evidence,
      )
    const even = judged.filter(({ factor }) => factor % 2 === 0)
    if (even.length > 0)
      return partly(
        `An even number of copies survives no more than one fewer: ${even.map(j => j.store.id).join(', ')}.`,
        evidence,
      )
    return met('Its majority survives the loss of a zone.', evidence)
  },
}
