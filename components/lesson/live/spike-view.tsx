import { type SpikeSettings, tellSpike } from '#engine/lesson/live/spike-story.ts'
import { LinePlot } from './line-plot.tsx'

const number = (n: number) => Math.round(n).toLocaleString('en-GB')
const duration = (seconds: number) => (seconds < 90 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`)

/** A spike and what became of it, in words and as lines over the time. */
export function SpikeView({ settings }: { settings: SpikeSettings }) {
  const story = tellSpike(settings)
  const { moments, refused, longestQueue, longestWait, drained, mostServers } = story
  const high = Math.max(...moments.map(m => Math.max(m.offered, m.servers * settings.capacity)))
  const end = moments.at(-1)?.second ?? 0
  const lost = refused > 0 ? `${number(refused)} requests are refused` : 'No request is refused'
  const waits =
    longestQueue >= 1
      ? `${number(longestQueue)} wait at the worst moment, the last of them ${duration(longestWait)}; ${drained === null ? 'the queue is not empty at the end' : `the queue is empty ${duration(drained)} after the spike`}`
      : 'nothing waits'
  return (
    <>
      <p role="status" className="mt-3 text-sm">
        {lost}; {waits}.{' '}
        {settings.autoscaler
          ? `The autoscaler goes from ${settings.servers} to ${mostServers} servers.`
          : `${settings.servers} servers all along.`}
      </p>
      <LinePlot
        lines={[
          { label: 'Requests a second', values: moments.map(m => m.offered) },
          { label: 'What the servers can do', values: moments.map(m => m.servers * settings.capacity) },
          { label: 'Answered', values: moments.map(m => m.served) },
        ]}
        low={0}
        high={high}
        xLabel="minutes"
        xFrom="0"
        xTo={number(end / 60)}
        yMost={`${number(high)} /s`}
        yLeast="0"
      />
    </>
  )
}
