/** A trouble of the database's machine that a person can mend, in words for them. */
export type DatabaseFault = {
  readonly code: 'disk-full' | 'read-only' | 'damaged' | 'busy' | 'unreachable'
  readonly message: string
}

const faults: readonly (DatabaseFault & { readonly signs: RegExp })[] = [
  {
    code: 'disk-full',
    signs: /database or disk is full|SQLITE_FULL|ENOSPC|No space left on device|could not extend file/i,
    message: 'The disk of the server is full, so nothing can be saved. Free some space; what was acknowledged before is safe.',
  },
  {
    code: 'read-only',
    signs: /readonly database|SQLITE_READONLY|EROFS|unable to open database file|SQLITE_CANTOPEN|read-only transaction/i,
    message:
      'The database cannot be written: its file or folder is read-only. Make both writable for the user that runs Tenfold.',
  },
  {
    code: 'damaged',
    signs: /file is not a database|SQLITE_NOTADB|malformed|SQLITE_CORRUPT/i,
    message: 'The database file is damaged. It was left as it is; restore a backup (npx tenfold restore).',
  },
  {
    code: 'busy',
    signs: /database is locked|SQLITE_BUSY|SocketTimeout|Unable to start a transaction in the given time|connection pool/i,
    message: 'The database is busy and did not answer in time. Try again in a moment.',
  },
  {
    code: 'unreachable',
    signs: /ECONNREFUSED|ENOTFOUND|ETIMEDOUT|Can't reach database|DatabaseNotReachable|Connection terminated/i,
    message: 'The database does not answer. Check that it is running and that DATABASE_URL is right.',
  },
]

/** Recognizes a fault in anything that a driver throws; undefined for any other error. Looks at messages, codes and causes, three deep. */
export function databaseFault(error: unknown): DatabaseFault | undefined {
  const text = textOf(error, 3)
  const found = faults.find(({ signs }) => signs.test(text))
  return found && { code: found.code, message: found.message }
}

function textOf(error: unknown, depth: number): string {
  if (typeof error === 'string') return error
  if (typeof error !== 'object' || error === null || depth === 0) return ''
  const fields: Record<string, unknown> = { ...error }
  const own = ['code', 'kind', 'originalMessage', 'originalCode'].map(name =>
    typeof fields[name] === 'string' ? fields[name] : '',
  )
  const message = error instanceof Error ? error.message : ''
  const cause = error instanceof Error ? error.cause : fields.cause
  const inner = Array.isArray(fields.errors) ? fields.errors : []
  return [message, ...own, textOf(cause, depth - 1), ...inner.map(each => textOf(each, depth - 1))].join(' ')
}
