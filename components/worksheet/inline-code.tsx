import { createElement, Fragment } from 'react'

/** A sentence of the engine, with what stands between backticks set as code. */
export function InlineCode({ text }: { text: string }) {
  const pieces = text.split('`')
  const isCode = (index: number) => index % 2 === 1 && index < pieces.length - 1
  const children = pieces.map((piece, index) => (isCode(index) ? createElement('code', { className: 'num' }, piece) : piece))
  return createElement(Fragment, null, ...children)
}
