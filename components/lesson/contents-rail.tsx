type Heading = { readonly depth: number; readonly id: string; readonly text: string }

/** The headings of the lesson: folded above the text on a narrow screen, beside it on a wide one. */
export function ContentsRail({ headings }: { headings: readonly Heading[] }) {
  const list = (
    <ol className="contents">
      {headings.map(heading => (
        <li key={heading.id} className={heading.depth === 3 ? 'deeper' : undefined}>
          <a href={`#${heading.id}`}>{heading.text}</a>
        </li>
      ))}
    </ol>
  )
  return (
    <>
      <details className="contents-folded lg:hidden">
        <summary>Contents</summary>
        <nav aria-label="Contents of the lesson">{list}</nav>
      </details>
      <nav aria-label="Contents of this lesson" className="contents-beside hidden lg:block">
        <p className="contents-title">Contents</p>
        {list}
      </nav>
    </>
  )
}
