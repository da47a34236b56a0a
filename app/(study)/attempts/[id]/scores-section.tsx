import { ComparedCriteria } from '#components/review/criteria-table.tsx'
import { ScoreAgain } from '#components/review/score-again.tsx'
import { bandWords } from '#components/review/score-view.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Section } from '#components/ui/page.tsx'
import type { ScoreHistory, ScoreInHistory } from '#server/attempts/score-history.ts'
import { scoreHistory } from '#server/attempts/service.ts'

type Props = { userId: string; attemptId: string }

/** Says that the score could be another by now, and offers to compute it. */
export async function OutdatedScore({ userId, attemptId }: Props) {
  const history = await scoreHistory(userId, attemptId)
  if (history?.scores.at(-1)?.imported)
    return (
      <Notice tone="attention" className="mb-5" title="This score was imported">
        It came in a file and could not be computed again here: it is what the file says. Scoring again adds a score of this
        Tenfold's own.
        <ScoreAgain attemptId={attemptId} />
      </Notice>
    )
  if (!history?.outdated) return null
  const { title, text } = inWords(history.outdated)
  return (
    <Notice tone="info" className="mb-5" title={title}>
      {text} Scoring again adds a score; this one stays.
      <ScoreAgain attemptId={attemptId} />
    </Notice>
  )
}

function inWords({ engine, drill }: NonNullable<ScoreHistory['outdated']>): { title: string; text: string } {
  const rules = engine ? `The rules are those of engine ${engine.to}; this was scored by ${engine.from}.` : ''
  if (engine && drill) return { title: 'The drill and the engine changed since', text: rules }
  return engine
    ? { title: 'The engine changed since', text: rules }
    : { title: 'The drill changed since', text: 'Its criteria or its numbers are not those that this was scored by.' }
}

/** Every score of the attempt after the first, and what came out differently. */
export async function ScoresSection({ userId, attemptId, timeZone }: Props & { timeZone: string }) {
  const history = await scoreHistory(userId, attemptId)
  if (!history || history.scores.length < 2) return null
  const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone })
  const [first, ...later] = history.scores
  const line = ({ atMs, engine, report, imported }: ScoreInHistory) => (
    <p className="text-sm">
      <span className="font-medium">{format.format(atMs)}</span>, engine <span className="num">{engine}</span>: L6{' '}
      {bandWords[report.bands.L6]}, L7 {bandWords[report.bands.L7]},{' '}
      <span className="num">
        {report.tiers.verified.earned} of {report.tiers.verified.possible}
      </span>{' '}
      points{imported ? ', imported' : ''}
    </p>
  )
  return (
    <Section id="scores" title="Scored again" aside="Every score stays; the newest is shown above">
      {first ? line(first) : null}
      {later.map((score, index) => (
        <div key={score.id} className="mt-4 border-t border-line pt-3">
          {line(score)}
          <div className="mt-2">
            {score.changes ? (
              <ComparedCriteria criteria={score.changes} left={index === 0 ? 'At hand-in' : 'Before'} right="Again" />
            ) : null}
          </div>
        </div>
      ))}
    </Section>
  )
}
