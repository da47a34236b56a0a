import { createHash, randomBytes } from 'node:crypto'

/** A secret for a link, answered once and kept nowhere: only its hash is. */
export const newToken = (bytes: number) => randomBytes(bytes).toString('base64url')

/** What is stored of a token. It is random and long, so a plain hash is enough. */
export const hashToken = (token: string) => createHash('sha256').update(token).digest('base64url')
