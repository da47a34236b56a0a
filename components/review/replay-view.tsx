'use client'

import { lazy, Suspense, useEffect, useState } from 'react'
import type { Submission } from '#engine/design/submission.ts'
import type { Segment } from '#engine/interview/recording.ts'
import type { Replay, ReplayPoint } from '#engine/interview/replay.ts'
import { ScrollingTable, TableHead } from '../ui/table.tsx'
import { Tag } from '../ui/tag.tsx'
import { getJson } from './get-json.ts'
import { PacingTable } from './pacing-table.tsx'
import { QuietList } from './quiet-list.tsx'
import { ReplayChart, shareAt } from './replay-chart.tsx'
import { partTitles, SubmissionView } from './submission-view.tsx'

const RecordingPlayer = lazy(async () => ({ default: (await import('../recording/recording-player.tsx')).RecordingPlayer }))

/** How long the scrubber must rest before a design is fetched. */
const REST_MS = 120

const percent = (share: number) => `${Math.round(share * 100)}%`
const titlesOf = (parts: readonly string[]) => parts.map(part => partTitles[part] ?? part).join(', ')
const spanOf = ({ from, to }: { from: number; to: number }) => (to - from <= 1 ? `Minute ${to}` : `Minutes ${from + 1} to ${to}`)

type Props = {
  attemptId: string
  replay: Replay
  last: Submission
  /** What the server keeps of what was said, and how much of an attempt it may keep. */
  recordings: { readonly kept: readonly Segment[]; readonly mostMegabytes: number }
}

/** A sitting watched again: a scrubber over its minutes, the score as a line, and the design as it was then. */
export function ReplayView({ attemptId, replay, last, recordings }: Props) {
  const { points, phases, questions, curveballs, probes } = replay
  const end = points.length - 1
  const [index, setIndex] = useState(end)
  const { draft, shownSeq, problem } = useDraft(attemptId, points[index]?.seq ?? 0, { seq: points[end]?.seq ?? 0, last })
  const point = points[index]
  if (!point) return null
  // What happened as the sitting was handed in stands at its very end.
  const goTo = (minute: number) =>
    setIndex(
      Math.max(
        0,
        points.findLastIndex(({ from }) => minute >= from),
      ),
    )
  const phase = phases.find(({ from, to }) => point.from >= from && point.from < to)
  const inIt = <T extends { minute: number }>(list: readonly T[]) =>
    list.filter(({ minute }) => minute >= point.from && (minute < point.to || index === end))
  const words = `${spanOf(point)} of ${replay.minutes}, ${percent(shareAt(replay, index))} for ${replay.level}`
  return (
    <>
      <div className="card sticky top-0 z-10 px-2 pt-2 pb-3 max-sm:static">
        <div className="mx-2">
          <ReplayChart replay={replay} index={index} />
        </div>
        <label htmlFor="replay-minute" className="sr-only">
          Minute of the sitting
        </label>
        <input
          id="replay-minute"
          type="range"
          min={0}
          max={end}
          value={index}
          aria-valuetext={words}
          onChange={e => setIndex(Number(e.target.value))}
          className="block w-full accent-accent"
        />
        <p className="mx-2 mt-1 flex flex-wrap items-baseline gap-x-3 text-sm">
          <span className="num font-semibold">{spanOf(point)}</span>
          {phase ? <span className="text-quiet">{phase.title}</span> : null}
          <span className="num ml-auto">
            {percent(shareAt(replay, index))} for {replay.level}
          </span>
          <span className="num text-quiet">
            {point.earned} of {point.possible} points
          </span>
        </p>
      </div>

      <Suspense>
        <RecordingPlayer
          attemptId={attemptId}
          kept={recordings.kept}
          mostMegabytes={recordings.mostMegabytes}
          window={{
            fromMs: point.from * 60_000,
            // What is said as the sitting ends is of its last minute.
            toMs: index === end ? Number.POSITIVE_INFINITY : point.to * 60_000,
          }}
          onMoment={ms => goTo(ms / 60_000)}
        />
      </Suspense>

      <div className="mt-6 grid gap-x-10 gap-y-6 lg:grid-cols-[20rem_minmax(0,1fr)]">
        <div className="flex flex-col gap-6">
          <section aria-labelledby="minute-title">
            <h2 id="minute-title" className="mb-1 font-semibold">
              In this minute
            </h2>
            <ul className="flex flex-col gap-1 text-sm">
              <li>{point.changed.length > 0 ? `Written: ${titlesOf(point.changed)}` : 'Nothing was written.'}</li>
              <li>{gainOf(points, index)}</li>
              {inIt(questions).map(({ text, answered }) => (
                <li key={text}>
                  <Tag tone="info">asked</Tag> <span className="break-words">{text}</span>
                  {answered ? null : <span className="text-quiet"> (no fact behind it)</span>}
                </li>
              ))}
              {inIt(curveballs).map(({ text }) => (
                <li key={text}>
                  <Tag tone="attention">curveball</Tag> {text}
                </li>
              ))}
              {inIt(probes).map(({ text }) => (
                <li key={text}>
                  <Tag tone="info">interviewer</Tag> {text}
                </li>
              ))}
            </ul>
          </section>
          <PacingTable pacing={replay.pacing} />
          <QuietList quiet={replay.quiet} minutes={replay.minutes} goTo={goTo} />
          {questions.length + curveballs.length + probes.length > 0 ? (
            <section aria-labelledby="events-title">
              <h2 id="events-title" className="mb-1 font-semibold">
                Asked and thrown in
              </h2>
              <ul className="flex flex-col gap-1 text-sm">
                {[
                  ...questions.map(q => ({ ...q, what: 'asked' as const })),
                  ...curveballs.map(c => ({ ...c, what: 'curveball' as const })),
                  ...probes.map(p => ({ ...p, what: 'interviewer' as const })),
                ]
                  .sort((a, b) => a.minute - b.minute)
                  .map(({ minute, text, what }) => (
                    <li key={`${what}${text}`} className="flex gap-2">
                      <MinuteButton minute={Math.min(minute, replay.minutes - 0.1)} goTo={goTo} />
                      <span className="min-w-0 break-words">
                        <Tag tone={what === 'curveball' ? 'attention' : 'info'}>{what}</Tag> {text}
                      </span>
                    </li>
                  ))}
              </ul>
            </section>
          ) : null}
        </div>
        <section aria-labelledby="draft-title" className="min-w-0">
          <h2 id="draft-title" className="mb-3 font-semibold">
            The design as it was
          </h2>
          <p role="status" className="text-sm text-quiet">
            {problem ?? (shownSeq === point.seq ? '' : 'Fetching the design of this minute…')}
          </p>
          <div className={shownSeq === point.seq ? '' : 'opacity-50'}>
            <SubmissionView submission={draft} prefix="replay" marked={point.changed} />
          </div>
        </section>
      </div>

      <details className="mt-10 text-sm">
        <summary>The line as a table</summary>
        <ScrollingTable label="Score by minute" minWidth="min-w-[30rem]">
          <TableHead
            columns={[
              { title: 'Minute' },
              { title: 'Score', right: true },
              { title: 'Points', right: true },
              { title: 'Written' },
            ]}
          />
          <tbody>
            {points.map((p, i) => (
              <tr key={p.from} className="border-b border-line">
                <td className="num py-1 pr-4">{spanOf(p).replace(/^Minutes? /, '')}</td>
                <td className="num py-1 pr-4 text-right">{percent(shareAt(replay, i))}</td>
                <td className="num py-1 pr-4 text-right">
                  {p.earned} of {p.possible}
                </td>
                <td className="py-1 text-quiet">{titlesOf(p.changed)}</td>
              </tr>
            ))}
          </tbody>
        </ScrollingTable>
      </details>
    </>
  )
}

function gainOf(points: readonly ReplayPoint[], index: number): string {
  const gain = (points[index]?.earned ?? 0) - (points[index - 1]?.earned ?? 0)
  if (gain === 0) return 'It earned nothing.'
  return gain > 0 ? `It earned ${Number(gain.toFixed(2))} points.` : `It lost ${Number((-gain).toFixed(2))} points.`
}

function MinuteButton({ minute, goTo }: { minute: number; goTo: (minute: number) => void }) {
  return (
    <button
      type="button"
      onClick={() => goTo(minute)}
      aria-label={`Go to minute ${Math.floor(minute) + 1}`}
      className="num h-fit min-w-10 shrink-0 rounded-sm bg-sunken px-1.5 text-xs text-accent underline"
    >
      {Math.floor(minute) + 1}
    </button>
  )
}

/** The design of a revision: kept once it was fetched; while one is on its way the one before stays. */
function useDraft(attemptId: string, seq: number, known: { seq: number; last: Submission }) {
  const [drafts, setDrafts] = useState<ReadonlyMap<number, Submission>>(new Map([[known.seq, known.last]]))
  const [shown, setShown] = useState(known.seq)
  const [problem, setProblem] = useState<string | null>(null)
  const cached = drafts.get(seq)
  useEffect(() => {
    if (cached) {
      setShown(seq)
      setProblem(null)
      return
    }
    const abort = new AbortController()
    const timer = setTimeout(async () => {
      const answer = await getJson<{ submission: Submission }>(`/api/attempts/${attemptId}/replay?seq=${seq}`, abort.signal)
      if (abort.signal.aborted) return
      if (!answer.ok) return setProblem(answer.message)
      setDrafts(before => new Map(before).set(seq, answer.data.submission))
    }, REST_MS)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [attemptId, seq, cached])
  return { draft: drafts.get(shown) ?? known.last, shownSeq: shown, problem }
}
