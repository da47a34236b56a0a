'use client'

import { useId, useState } from 'react'
import { Button } from '../ui/button.tsx'
import { SelectField, TextArea } from '../ui/field.tsx'
import { postJson } from './post-json.ts'

export type OwnVerdict = { readonly verdict: string; readonly reason: string; readonly appealed: boolean }

type Props = {
  /** Where the verdict is sent. */
  readonly url: string
  readonly criterionId: string
  readonly question: string
  /** The engine's; none while it is kept from the reader. */
  readonly engine?: string
  readonly own: OwnVerdict | undefined
  readonly reasonNeeded?: boolean
}

/** A reader's verdict on one criterion, with the reason; where the engine's is known it can be appealed. */
export function VerdictForm({ url, criterionId, question, engine, own, reasonNeeded = true }: Props) {
  const [verdict, setVerdict] = useState(own?.verdict ?? '')
  const [reason, setReason] = useState(own?.reason ?? '')
  const [appealed, setAppealed] = useState(own?.appealed ?? false)
  const [kept, setKept] = useState<OwnVerdict | undefined>(own)
  const [message, setMessage] = useState<{ text: string; bad?: boolean }>({ text: '' })
  const appealId = useId()
  const differs = engine !== undefined && verdict !== '' && verdict !== engine
  const next: OwnVerdict | undefined =
    verdict === '' ? undefined : { verdict, reason: reason.trim(), appealed: appealed && differs }
  const changed = JSON.stringify(next) !== JSON.stringify(kept)
  const save = async () => {
    if (next && reasonNeeded && next.reason === '')
      return setMessage({ text: 'Say why first: the reason is what can be argued about.', bad: true })
    const answer = await postJson(url, { criterionId, ...(next ?? { verdict: null }) })
    if (answer.ok) setKept(next)
    setMessage(answer.ok ? { text: next ? 'Kept.' : 'Taken back.' } : { text: answer.message, bad: true })
  }
  return (
    <div className="flex flex-col gap-2">
      <SelectField
        label={
          <>
            Mine<span className="sr-only">: {question}</span>
          </>
        }
        value={verdict}
        onChange={e => setVerdict(e.target.value)}
      >
        <option value="">not judged</option>
        <option value="met">Met</option>
        <option value="partly">Partly</option>
        <option value="missed">Missed</option>
      </SelectField>
      {verdict === '' ? null : (
        <TextArea label="Because" rows={2} maxLength={2000} value={reason} onChange={e => setReason(e.target.value)} />
      )}
      {differs ? (
        <label htmlFor={appealId} className="flex items-start gap-2 text-sm">
          <input
            id={appealId}
            type="checkbox"
            className="mt-1 accent-accent"
            checked={appealed}
            onChange={e => setAppealed(e.target.checked)}
          />
          The engine judged this wrongly: appeal
        </label>
      ) : null}
      {changed || message.text !== '' ? (
        <div className="flex flex-wrap items-center gap-2">
          {changed ? (
            <Button size="sm" onClick={save}>
              {next ? 'Keep' : 'Take back'}
            </Button>
          ) : null}
          <span role="status" className={message.bad ? 'text-sm text-bad' : 'text-sm text-quiet'}>
            {changed && !message.bad ? '' : message.text}
          </span>
        </div>
      ) : null}
    </div>
  )
}
