import 'server-only'
import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { authSecret } from '../boot.ts'
import { env } from '../env.ts'
import { log } from '../log.ts'
import { signInWithPassword } from './accounts.ts'
import { authDeps } from './deps.ts'
import { admitOpenId } from './open-id.ts'
import { SESSION_SECONDS, secureCookies, sessionToken, visitorAddress } from './session.ts'

const OPEN_ID = 'openid'

/** Whether an OpenID provider is configured, and what its button says. */
export const openIdName = () => (env().OIDC_ISSUER === undefined ? null : env().OIDC_NAME)

/** next-auth's settings: passwords always, an OpenID provider by environment, sessions in signed tokens that carry the person's epoch. */
export function authOptions(): NextAuthOptions {
  return {
    secret: authSecret(),
    useSecureCookies: secureCookies(),
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    pages: { signIn: '/sign-in', signOut: '/settings', error: '/sign-in' },
    providers: [passwordProvider(), ...openIdProvider()],
    callbacks: {
      async jwt({ token, user, account, profile }) {
        if (!user) return token
        if (account?.provider !== OPEN_ID) return { sub: user.id, epoch: 'epoch' in user ? user.epoch : 0 }
        const admitted = await admitOpenId(await authDeps(), env().OIDC_ISSUER ?? '', profile)
        return admitted.ok ? { sub: admitted.userId, epoch: admitted.epoch } : {}
      },
      async signIn({ account, profile }) {
        if (account?.provider !== OPEN_ID) return true
        const admitted = await admitOpenId(await authDeps(), env().OIDC_ISSUER ?? '', profile)
        return admitted.ok || `/sign-in?refused=${admitted.code}`
      },
      // The pages ask `currentUser`; this only tells next-auth's own route that somebody is signed in, never who.
      session: ({ session, token }) => ({
        expires: session.expires,
        user: sessionToken.safeParse(token).success ? {} : undefined,
      }),
    },
    logger: {
      error: (code, metadata) =>
        log.error({ code, reason: metadata instanceof Error ? metadata.name : undefined }, 'sign-in failed'),
      warn: code => log.debug({ code }, 'next-auth'),
      debug: () => {},
    },
  }
}

const passwordProvider = () =>
  CredentialsProvider({
    id: 'password',
    name: 'Password',
    credentials: { email: { label: 'E-mail', type: 'email' }, password: { label: 'Password', type: 'password' } },
    async authorize(given) {
      const address = await visitorAddress()
      const answer = await signInWithPassword(await authDeps(), {
        email: given?.email ?? '',
        password: given?.password ?? '',
        address,
      })
      return answer.ok ? { id: answer.userId, epoch: answer.epoch } : null
    },
  })

function openIdProvider(): NextAuthOptions['providers'] {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = env()
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return []
  return [
    {
      id: OPEN_ID,
      name: OIDC_NAME,
      type: 'oauth',
      wellKnown: `${OIDC_ISSUER.replace(/\/$/, '')}/.well-known/openid-configuration`,
      clientId: OIDC_CLIENT_ID,
      clientSecret: OIDC_CLIENT_SECRET,
      authorization: { params: { scope: 'openid email profile' } },
      idToken: true,
      checks: ['pkce', 'state', 'nonce'],
      profile: (profile: { sub: string }) => ({ id: profile.sub }),
    },
  ]
}
