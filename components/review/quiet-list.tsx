import type { QuietMinutes } from '#engine/interview/quiet-minutes.ts'
import { partTitles } from './submission-view.tsx'

const span = ({ from, to }: QuietMinutes) => (to - from === 1 ? `Minute ${to}` : `Minutes ${from + 1} to ${to}`)
const length = (quiet: readonly QuietMinutes[]) => quiet.reduce((sum, { from, to }) => sum + to - from, 0)

type Props = { quiet: readonly QuietMinutes[]; minutes: number; goTo: (minute: number) => void }

/** The minutes that earned nothing, by name, and why. */
export function QuietList({ quiet, minutes, goTo }: Props) {
  const idle = length(quiet.filter(({ why }) => why === 'idle'))
  const all = length(quiet)
  return (
    <section aria-labelledby="quiet-title">
      <h2 id="quiet-title" className="mb-1 font-semibold">
        Minutes that earned nothing
      </h2>
      {all === 0 ? (
        <p className="text-sm text-quiet">None: every minute raised the score.</p>
      ) : (
        <>
          <p className="text-sm text-quiet">
            {all} of {minutes}: in {idle} nothing was written, in {all - idle} what was written raised no point. Some of it may
            have prepared a later one.
          </p>
          <ul className="mt-2 flex max-h-72 flex-col gap-1 overflow-y-auto text-sm">
            {quiet.map(q => (
              <li key={q.from}>
                <button type="button" onClick={() => goTo(q.from)} className="num text-left text-accent underline">
                  {span(q)}
                </button>
                <span className="text-quiet">
                  {' '}
                  {q.why === 'idle' ? 'nothing written' : q.parts.map(part => partTitles[part] ?? part).join(', ')}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
