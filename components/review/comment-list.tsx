type Comment = { readonly id: string; readonly place: string; readonly text: string }

/** What a mentor said, under what it is about where `titleOf` knows it. */
export function CommentList({ comments, titleOf }: { comments: readonly Comment[]; titleOf?: (place: string) => string }) {
  if (comments.length === 0) return null
  return (
    <ul aria-label="Comments" className="flex flex-col gap-1.5 text-sm">
      {comments.map(({ id, place, text }) => (
        <li key={id} className="rounded-sm border-l-2 border-accent bg-accent-wash px-2.5 py-1 break-words whitespace-pre-wrap">
          {titleOf ? <span className="block text-xs text-quiet">{titleOf(place)}</span> : null}
          {text}
        </li>
      ))}
    </ul>
  )
}
