import { randomBytes } from 'node:crypto'

/** A new record's id: 96 random bits in 16 characters that are safe in an address. */
export const newId = () => randomBytes(12).toString('base64url')
