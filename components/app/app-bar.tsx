import Link from 'next/link'
import { SearchButton } from '../search/search-button.tsx'
import { buttonClass } from '../ui/button.tsx'
import { NavLink } from './nav-link.tsx'

const study = [
  ['/today', 'Today'],
  ['/lessons', 'Lessons'],
  ['/drills', 'Drills'],
  ['/cards', 'Cards'],
  ['/attempts', 'Attempts'],
  ['/progress', 'Progress'],
  ['/estimate', 'Estimate'],
  ['/reference', 'Reference'],
] as const

/** The bar above every page but the workspace, which has its own. */
export function AppBar({
  user,
  signOut,
}: {
  user: { name: string; isOwner: boolean; isMentor: boolean } | null
  signOut: () => Promise<void>
}) {
  return (
    <header className="app-bar border-b border-line bg-paper print:hidden">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-5 gap-y-1 px-4 py-2 sm:px-6">
        <Link
          href={user ? '/today' : '/'}
          className="flex items-center gap-2 py-1 font-semibold tracking-tight text-ink no-underline"
        >
          <Mark />
          Tenfold
        </Link>
        {user ? (
          <>
            <nav aria-label="Main" className="order-last -mx-2 flex w-full overflow-x-auto sm:order-none sm:mx-0 sm:w-auto">
              {study.map(([href, label]) => (
                <NavLink key={href} href={href}>
                  {label}
                </NavLink>
              ))}
            </nav>
            <SearchButton />
            {/* A native popover: a click outside and Escape close it, without a line of script. */}
            <button type="button" popoverTarget="account-menu" className={buttonClass({ variant: 'quiet', size: 'sm' })}>
              <span className="max-w-36 truncate">{user.name}</span>
              <span aria-hidden>▾</span>
            </button>
            <div
              id="account-menu"
              popover="auto"
              className="account-menu card min-w-44 flex-col p-1 text-sm text-ink [&:popover-open]:flex"
            >
              <MenuLink href="/settings">Settings</MenuLink>
              {user.isOwner ? <MenuLink href="/people">People</MenuLink> : null}
              {user.isMentor ? <MenuLink href="/mentoring">Mentoring</MenuLink> : null}
              {user.isOwner ? <MenuLink href="/author">Your content</MenuLink> : null}
              <form action={signOut}>
                <button type="submit" className="w-full rounded-sm px-2.5 py-1.5 text-left hover:bg-sunken">
                  Sign out
                </button>
              </form>
            </div>
          </>
        ) : (
          <nav aria-label="Main" className="ml-auto flex">
            <NavLink href="/estimate">Estimate</NavLink>
            <NavLink href="/sign-in">Sign in</NavLink>
          </nav>
        )}
      </div>
    </header>
  )
}

function MenuLink({ href, children }: { href: string; children: string }) {
  return (
    <Link href={href} className="rounded-sm px-2.5 py-1.5 text-ink no-underline hover:bg-sunken">
      {children}
    </Link>
  )
}

/** Ten strokes, the tenth one crossing: a tally that has come to ten. */
function Mark() {
  return (
    <svg aria-hidden viewBox="0 0 24 24" className="size-5 stroke-accent" fill="none" strokeWidth="2" strokeLinecap="round">
      <path d="M4 5v14M8 5v14M12 5v14M16 5v14M20 5v14" opacity=".85" />
      <path d="M2 17 22 7" strokeWidth="2.4" />
    </svg>
  )
}
