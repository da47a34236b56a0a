'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'

/** A link that says when its page is the current one. */
export function NavLink({ href, children }: { href: string; children: string }) {
  const here = usePathname()
  const current = here === href || here.startsWith(`${href}/`)
  return (
    <Link
      href={href}
      aria-current={current ? 'page' : undefined}
      className="rounded-md px-2.5 py-1.5 text-sm text-quiet no-underline hover:bg-sunken hover:text-ink aria-[current=page]:font-semibold aria-[current=page]:text-ink"
    >
      {children}
    </Link>
  )
}
