'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { Button, fileButton, LinkButton } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { type Import, type Problem, sendFile } from './send-file.ts'
import { Tallies } from './tallies.tsx'

type State =
  | { readonly at: 'choosing' }
  | { readonly at: 'busy'; readonly doing: string }
  | { readonly at: 'wrong'; readonly message: string; readonly problems: readonly Problem[] }
  | { readonly at: 'checked'; readonly file: File; readonly found: Import }
  | { readonly at: 'done'; readonly found: Import }

/** Chooses a file, shows what it would add, and adds it when told to. */
export function ImportForm({ mostMegabytes, takeSettings }: { mostMegabytes: number; takeSettings: boolean }) {
  const [state, setState] = useState<State>({ at: 'choosing' })
  const [settings, setSettings] = useState(takeSettings)
  const input = useRef<HTMLInputElement>(null)
  const router = useRouter()

  async function check(file: File | undefined) {
    if (!file) return
    if (file.size > mostMegabytes * 1_000_000) {
      const size = Math.ceil(file.size / 1_000_000)
      const message = `The file holds ${size} MB; ${mostMegabytes} MB is the most that is read.`
      return setState({ at: 'wrong', message, problems: [] })
    }
    setState({ at: 'busy', doing: `Checking ${file.name} as a whole…` })
    const answer = await sendFile('/api/import/check', file)
    setState(answer.ok ? { at: 'checked', file, found: answer.found } : { at: 'wrong', ...answer })
  }

  async function bring(file: File) {
    setState({ at: 'busy', doing: 'Adding it to your account…' })
    const answer = await sendFile(`/api/import?settings=${settings ? 1 : 0}`, file)
    setState(answer.ok ? { at: 'done', found: answer.found } : { at: 'wrong', ...answer })
    if (answer.ok) router.refresh()
  }

  function again() {
    if (input.current) input.current.value = ''
    setState({ at: 'choosing' })
    input.current?.focus()
  }

  const adds = state.at === 'checked' ? state.found.tallies.reduce((sum, tally) => sum + tally.adds, 0) : 0
  const nothing = adds === 0 && !settings
  return (
    <div className="flex max-w-prose flex-col gap-5">
      <label className="grid gap-1 text-sm font-medium">
        The file, tenfold-export.json
        <input
          ref={input}
          type="file"
          accept=".json,application/json"
          disabled={state.at === 'busy' || state.at === 'done'}
          aria-describedby="import-hint"
          className={`max-w-full text-sm font-normal ${fileButton}`}
          onChange={event => void check(event.currentTarget.files?.[0])}
        />
        <span id="import-hint" className="text-xs font-normal text-faint">
          At most {mostMegabytes} MB. It is checked first; nothing is added before you say so.
        </span>
      </label>

      <p role="status" className="text-sm text-quiet empty:hidden">
        {state.at === 'busy' ? state.doing : ''}
      </p>

      {state.at === 'wrong' ? (
        <Notice tone="bad" title="Nothing was added">
          <p className="break-words">{state.message}</p>
          {state.problems.length > 1 ? (
            <ul className="mt-2 list-disc pl-5">
              {state.problems.map(({ path, message }) => (
                <li key={`${path} ${message}`} className="break-words">
                  <code className="num">{path}</code>: {message}
                </li>
              ))}
            </ul>
          ) : null}
        </Notice>
      ) : null}

      {state.at === 'checked' ? (
        <>
          <Tallies caption="What the file would add" found={state.found} />
          <label className="flex items-start gap-2 text-sm">
            <input
              type="checkbox"
              className="mt-1"
              checked={settings}
              onChange={event => setSettings(event.currentTarget.checked)}
            />
            <span>
              Take over its settings, too: the bar, hours a week, dates, time zone, extra time and appearance. Your name and
              address stay.
            </span>
          </label>
          {nothing ? <p className="text-sm text-quiet">Everything in this file is here already.</p> : null}
          <div className="flex flex-wrap gap-2">
            <Button variant="primary" disabled={nothing} onClick={() => void bring(state.file)}>
              Add it to my account
            </Button>
            <Button onClick={again}>Choose another file</Button>
          </div>
        </>
      ) : null}

      {state.at === 'done' ? (
        <>
          <Notice tone="good" title="Your data is here">
            {state.found.unproven > 0
              ? `${state.found.unproven === 1 ? 'One score' : `${state.found.unproven} scores`} could not be computed again here and ${state.found.unproven === 1 ? 'is' : 'are'} marked as imported. Score such an attempt again on its page.`
              : 'Every score in it was computed again here and came out the same.'}
          </Notice>
          <Tallies caption="What was added" found={state.found} />
          <div>
            <LinkButton variant="primary" href="/today">
              Go to Today
            </LinkButton>
          </div>
        </>
      ) : null}
    </div>
  )
}
