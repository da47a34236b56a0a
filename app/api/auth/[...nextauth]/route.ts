import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { authOptions } from '#server/auth/next-auth.ts'

// Its settings read the environment, so they are made when a request comes, not when the page is built.
const handler = (request: NextRequest, context: { params: Promise<{ nextauth: string[] }> }) =>
  NextAuth(request, context, authOptions())

export { handler as GET, handler as POST }
