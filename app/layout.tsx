import type { Metadata, Viewport } from 'next'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import { currentUser } from '#server/auth/current-user.ts'
import { fontClasses } from './fonts.ts'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Tenfold', template: '%s · Tenfold' },
  description: 'Study and drill for senior and principal system design interviews.',
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1 }

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Every page is rendered per request: the content security policy carries a nonce.
  await connection()
  const user = await currentUser()
  return (
    <html lang="en" className={fontClasses} data-theme={user?.theme ?? undefined}>
      <body className="min-h-dvh">
        <a
          href="#main"
          className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:m-2 focus:rounded-md focus:bg-accent focus:px-3 focus:py-2 focus:text-on-accent"
        >
          Skip to the content
        </a>
        {children}
      </body>
    </html>
  )
}
