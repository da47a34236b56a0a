import type { ReactNode } from 'react'
import { AppBar } from '#components/app/app-bar.tsx'
import { currentUser } from '#server/auth/current-user.ts'
import { signOutAction } from './(account)/actions.ts'

/** The bar above every page but the workspace. */
export async function Shell({ children }: { children: ReactNode }) {
  const user = await currentUser()
  return (
    <>
      <AppBar
        user={user ? { name: user.name, isOwner: user.role === 'owner', isMentor: user.role === 'mentor' } : null}
        signOut={signOutAction}
      />
      {children}
    </>
  )
}
