import Link from 'next/link'
import { type SearchHit, snippet } from '#engine/search/results.ts'

/** What is found, as its title, its place, and a piece of its text with the words marked. */
export function HitLines({ hit, linked = false }: { hit: SearchHit; linked?: boolean }) {
  const { title, heading, text, href, terms } = hit
  return (
    <>
      <p className="min-w-0 font-medium">
        {linked ? (
          <Link href={href} className="text-ink after:absolute after:inset-0">
            {title}
          </Link>
        ) : (
          title
        )}
        {heading ? <span className="font-normal text-quiet"> · {heading}</span> : null}
      </p>
      {text ? (
        <p className="text-sm break-words text-quiet">
          {snippet(text, terms).map(({ text: piece, marked }, index) => {
            // Pieces have no identity but their place, and never move.
            const key = `${index}`
            return marked ? (
              <mark key={key} className="rounded-sm bg-attention-wash text-ink">
                {piece}
              </mark>
            ) : (
              <span key={key}>{piece}</span>
            )
          })}
        </p>
      ) : null}
    </>
  )
}
