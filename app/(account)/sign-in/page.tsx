import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { Notice } from '#components/ui/notice.tsx'
import { Page } from '#components/ui/page.tsx'
import { hasOwner, signUpPolicy } from '#server/auth/accounts.ts'
import { currentUser } from '#server/auth/current-user.ts'
import { openIdName } from '#server/auth/next-auth.ts'
import { openIdRefusals } from '#server/auth/open-id.ts'
import { database } from '#server/db/client.ts'
import { safeNext } from '../form-state.ts'
import { OpenIdButton, SignInForm } from './sign-in-form.tsx'

export const metadata: Metadata = { title: 'Sign in' }

const query = z.object({
  next: z.string().optional().catch(undefined),
  refused: z.enum(['unclear', 'owner-first', 'unverified', 'closed', 'again']).optional().catch(undefined),
  error: z.string().optional().catch(undefined),
  deleted: z.string().optional().catch(undefined),
})

export default async function SignIn({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const { next: wanted, refused, error, deleted } = query.parse(await searchParams)
  const next = safeNext(wanted)
  const db = await database()
  if (!(await hasOwner(db))) redirect('/welcome')
  if (await currentUser()) redirect(next)
  const openId = openIdName()
  return (
    <Page
      title="Sign in"
      lead={(await signUpPolicy(db)) === 'open' ? <Link href="/sign-up">Create an account instead</Link> : null}
    >
      {deleted ? (
        <Notice tone="good" className="mb-4 max-w-md">
          Your account and everything in it are deleted.
        </Notice>
      ) : null}
      {refused || error ? (
        <Notice tone="bad" title="You are not signed in" className="mb-4 max-w-md">
          {refused ? openIdRefusals[refused] : 'The sign-in did not go through. Try again.'}
        </Notice>
      ) : null}
      <SignInForm next={next} />
      {openId === null ? null : (
        <div className="mt-6 border-t border-line pt-6">
          <OpenIdButton name={openId} next={next} />
        </div>
      )}
      <p className="mt-8 max-w-md text-sm text-quiet">
        Forgotten the password? Whoever hosts this Tenfold sets a new one with <code>npx tenfold user reset</code>.
      </p>
    </Page>
  )
}
