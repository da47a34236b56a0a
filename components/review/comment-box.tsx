'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { TextArea } from '../ui/field.tsx'
import { postJson } from './post-json.ts'

type Props = { url: string; place: string; about: string }

/** A comment on a criterion or a part, folded until it is wanted. */
export function CommentBox({ url, place, about }: Props) {
  const router = useRouter()
  const [text, setText] = useState('')
  const [message, setMessage] = useState('')
  const send = async () => {
    const answer = await postJson(url, { place, text })
    setMessage(answer.ok ? 'Sent.' : answer.message)
    if (!answer.ok) return
    setText('')
    router.refresh()
  }
  return (
    <details className="text-sm print:hidden">
      <summary className="w-fit text-quiet">
        Comment<span className="sr-only"> on {about}</span>
      </summary>
      <div className="mt-2 flex flex-col gap-2">
        <TextArea
          label={<span className="sr-only">Your comment on {about}</span>}
          rows={2}
          maxLength={4000}
          value={text}
          onChange={e => setText(e.target.value)}
        />
        <div className="flex items-center gap-3">
          <Button size="sm" onClick={send} disabled={text.trim() === ''}>
            Send
          </Button>
          <span role="status" className="text-quiet">
            {message}
          </span>
        </div>
      </div>
    </details>
  )
}
