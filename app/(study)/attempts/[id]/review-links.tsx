import Link from 'next/link'

const pages = [
  ['replay', 'Replay'],
  ['compare', 'Compare'],
  ['verdicts', 'Your verdicts'],
  ['mentors', 'Mentors'],
] as const

/** Where else this attempt can be looked at. */
export function ReviewLinks({ attemptId }: { attemptId: string }) {
  return (
    <nav aria-label="Review" className="-mt-2 mb-5 flex flex-wrap gap-x-4 gap-y-1 text-sm print:hidden">
      {pages.map(([path, title]) => (
        <Link key={path} href={`/attempts/${attemptId}/${path}`} className="text-accent">
          {title}
        </Link>
      ))}
      <Link href={`/checklists/after?attempt=${attemptId}`} className="text-accent">
        Look back
      </Link>
      <a href={`/api/attempts/${attemptId}/export?format=bundle`} download className="text-accent">
        Bundle
      </a>
    </nav>
  )
}
