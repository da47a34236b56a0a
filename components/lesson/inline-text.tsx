import { Fragment } from 'react'

/** Text in which `backticks` mark code, as the properties of checks use it. */
export function InlineText({ text }: { text: string }) {
  return text.split('`').map((piece, index) => {
    // Pieces have no identity but their place, and never move.
    const key = `${index}`
    return index % 2 === 1 ? <code key={key}>{piece}</code> : <Fragment key={key}>{piece}</Fragment>
  })
}
