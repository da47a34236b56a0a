import 'server-only'
import { env } from '../env.ts'

/** The address by which people reach this Tenfold, without a slash at its end. */
export const publicBase = (request: Request): string => (env().AUTH_URL ?? new URL(request.url).origin).replace(/\/+$/, '')
