import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { LinkButton } from '#components/ui/button.tsx'
import { EmptyState, Page } from '#components/ui/page.tsx'
import { hasOwner, isInvitation, signUpPolicy } from '#server/auth/accounts.ts'
import { currentUser } from '#server/auth/current-user.ts'
import { authDeps } from '#server/auth/deps.ts'
import { passwordRule } from '#server/auth/password.ts'
import { NewAccountForm } from '../new-account-form.tsx'

export const metadata: Metadata = { title: 'Create an account' }

const query = z.object({ invitation: z.string().max(100).catch('').default('') })

export default async function SignUp({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const { invitation } = query.parse(await searchParams)
  const deps = await authDeps()
  if (!(await hasOwner(deps.db))) redirect('/welcome')
  if (await currentUser()) redirect('/today')
  const policy = await signUpPolicy(deps.db)
  const welcome = policy === 'open' || (policy === 'invitation' && (await isInvitation(deps, invitation)))
  return (
    <Page title="Create an account" lead="It stays on this server, with everything that you write.">
      {welcome ? (
        <NewAccountForm invitation={invitation} passwordRule={passwordRule} />
      ) : (
        <EmptyState
          title={policy === 'closed' ? 'Sign-up is closed' : 'Sign-up is by invitation'}
          action={<LinkButton href="/sign-in">Sign in</LinkButton>}
        >
          {invitation === '' || policy === 'closed'
            ? 'Ask the owner of this Tenfold for an invitation.'
            : 'This invitation was used, has run out, or its link is not whole. Ask the owner for a new one.'}
        </EmptyState>
      )}
    </Page>
  )
}
