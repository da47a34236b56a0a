import type { Stage } from './run-stage.ts'

type Run = {
  readonly now: () => number
  readonly after: (delay: number, action: () => void) => void
  readonly scaleOut: (at: Stage, more: number) => void
}

/** The autoscaler of a part, in a run: it looks at the work that was begun since it last did, and orders replicas that serve later. */
export function watchLoad(at: Stage, { now, after, scaleOut }: Run): void {
  const { autoscaler } = at.part
  if (!autoscaler || at.queues.length === 0) return
  let wanted = at.replicas
  let rests = 0
  const look = () => {
    const used = at.work / (at.queues.length * at.servers * autoscaler.period)
    at.work = 0
    const more = Math.min(autoscaler.step, autoscaler.most - wanted)
    if (used >= autoscaler.at && now() >= rests && more > 0) {
      wanted += more
      rests = now() + autoscaler.cooldown
      after(autoscaler.startTime, () => scaleOut(at, more))
    }
    after(autoscaler.period, look)
  }
  after(autoscaler.period, look)
}
