import { redirect } from 'next/navigation'
import { requireUser } from '#server/auth/current-user.ts'

/** The first visitor is sent to make the owner's account, others to sign in, the rest to their day. */
export default async function Home() {
  await requireUser()
  redirect('/today')
}
