import type { Proposal } from '#engine/rubric/coach/best-edits.ts'
import type { Ledger, LedgerLine } from '#engine/rubric/coach/ledger.ts'
import type { ScoreReport } from '#engine/rubric/score-report.ts'
import { bandWords } from './score-view.tsx'
import { anchorOf } from './submission-view.tsx'

const percent = (share: number | null) => (share === null ? '–' : `${Math.round(share * 100)}%`)

const isBand = (band: string): band is ScoreReport['bands']['L6'] => band in bandWords
const inWords = (band: string) => (isBand(band) ? bandWords[band] : band)

/** The three cheapest edits, each tried by scoring again, and what they come to together. */
export function CheapestEdits({ proposal, report }: { proposal: Proposal; report: ScoreReport }) {
  const { edits, level, band, score, after } = proposal
  if (edits.length === 0) {
    return <p className="text-sm text-quiet">Nothing that the coach tried would raise the score for {level}.</p>
  }
  const minutes = edits.reduce((sum, edit) => sum + edit.minutes, 0)
  const questions = new Map(report.criteria.map(c => [c.id, c.question]))
  return (
    <>
      <ol className="grid gap-2 md:grid-cols-3">
        {edits.map(edit => {
          const [first] = edit.raises
          return (
            <li key={edit.id} className="card flex flex-col p-3 text-sm">
              <p className="flex-1">{edit.what}</p>
              <p className="num mt-2 text-xs text-quiet">
                about {edit.minutes} min, +{(edit.gain * 100).toFixed(1)} points of 100
              </p>
              {first ? (
                <a href={`#criterion-${first}`} className="text-xs text-quiet">
                  {edit.raises.length > 1 ? `Raises ${edit.raises.length} criteria` : (questions.get(first) ?? first)}
                </a>
              ) : null}
            </li>
          )
        })}
      </ol>
      <p className="mt-2 text-sm text-quiet">
        Tried together and scored again, in about {minutes} minutes: {percent(score)} becomes{' '}
        <span className="num font-medium text-ink">{percent(after.score)}</span>
        {after.band === band ? `, still ${inWords(band)}` : `, ${inWords(after.band)}`} for {level}.
      </p>
    </>
  )
}

const parts = [
  ['contradictions', 'What does not agree'],
  ['unusedEstimates', 'Estimates that nothing uses'],
  ['unsupportedDecisions', 'Decisions that no number supports'],
  ['orphans', 'Loose ends from requirement to alarm'],
  ['overbuilt', 'What could go'],
] as const satisfies readonly (readonly [keyof Ledger, string])[]

/** What hangs loose in the design. None of it costs points by itself. */
export function LedgerView({ ledger }: { ledger: Ledger }) {
  const filled = parts.filter(([key]) => ledger[key].length > 0)
  if (filled.length === 0)
    return <p className="text-sm text-quiet">Nothing hangs loose: every number is used, every decision supported.</p>
  return (
    <div className="grid gap-x-8 gap-y-5 md:grid-cols-2">
      {filled.map(([key, title]) => (
        <div key={key}>
          <h3 className="mb-1 text-sm font-semibold">{title}</h3>
          <ul className="divide-y divide-line text-sm">
            {ledger[key].map(line => (
              <Line key={`${line.at}${line.why}`} line={line} />
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
}

const Line = ({ line }: { line: LedgerLine }) => (
  <li className="py-1.5">
    <a href={`#${anchorOf(line.at)}`} className="break-words text-accent">
      {line.text || line.at}
    </a>
    <span className="block text-quiet">{line.why}</span>
  </li>
)
