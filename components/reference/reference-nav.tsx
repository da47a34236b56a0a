import Link from 'next/link'

const pages = [
  ['overview', '/reference', 'Overview'],
  ['numbers', '/reference/numbers', 'Numbers'],
  ['formulas', '/reference/formulas', 'Formulas'],
  ['choosers', '/reference/choosers', 'Choosers'],
] as const

/** The pages of the reference, with the one that is shown. */
export function ReferenceNav({ current }: { current: (typeof pages)[number][0] }) {
  return (
    <nav aria-label="Reference" className="mb-6 flex flex-wrap gap-x-4 gap-y-1 border-b border-line pb-2 text-sm print:hidden">
      {pages.map(([id, href, title]) => (
        <Link
          key={id}
          href={href}
          aria-current={id === current ? 'page' : undefined}
          className="py-1 text-accent aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
        >
          {title}
        </Link>
      ))}
    </nav>
  )
}
