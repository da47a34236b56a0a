import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Page } from '#components/ui/page.tsx'
import { hasOwner } from '#server/auth/accounts.ts'
import { needsOwnerCode } from '#server/auth/owner-code.ts'
import { passwordRule } from '#server/auth/password.ts'
import { database } from '#server/db/client.ts'
import { env } from '#server/env.ts'
import { NewAccountForm } from '../new-account-form.tsx'

export const metadata: Metadata = { title: 'Welcome' }

/** The first page of a new installation: its owner's account. */
export default async function Welcome() {
  if (await hasOwner(await database())) redirect('/sign-in')
  return (
    <Page
      title="Welcome to Tenfold"
      lead="This installation is new. Create its owner account: yours. It stays on this server, with everything that you write."
    >
      <NewAccountForm owner asksCode={needsOwnerCode(env())} passwordRule={passwordRule} />
    </Page>
  )
}
