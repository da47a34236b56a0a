import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { getCatalog } from '#catalog/catalog.ts'
import { expireDue } from './attempts/hand-in.ts'
import { attemptDeps } from './attempts/service.ts'
import { hasOwner } from './auth/accounts.ts'
import { needsOwnerCode, ownerCode } from './auth/owner-code.ts'
import { sweepTries } from './auth/rate-limit.ts'
import { authSecret, checkContentDirectory, prepareDataDirectory } from './boot.ts'
import { database } from './db/client.ts'
import { prepareDatabase } from './db/open.ts'
import { type Env, env } from './env.ts'
import { ignoreForwardedAddress } from './http/forwarded-address.ts'
import { log } from './log.ts'
import { version } from './version.ts'

const SWEEP_MS = 15_000
// A busy server holds much that only a full collection frees (the bodies of requests). By itself V8 waits for it until the heap has more than doubled.
const HEAP_MAY_GROW = '--heap-growing-percent=50'

declare global {
  // One sweep a process, however often Next loads this module.
  var tenfoldSweep: NodeJS.Timeout | undefined
}

/**
 * Makes this process ready to serve: configuration, data folder, secret, database with its migrations, catalog, the sweep that hands in what ran out
 * of time. Throws with a message for the person who starts the server.
 */
async function startServer(): Promise<void> {
  setFlagsFromString(HEAP_MAY_GROW)
  const settings = env()
  prepareDataDirectory(settings.DATA_DIR)
  checkContentDirectory(settings.CONTENT_DIR)
  tellNextAuth(settings)
  // A public address means a proxy before the server, which writes the header itself.
  if (settings.AUTH_URL === undefined) ignoreForwardedAddress()
  const migrations = await prepareDatabase(settings.DATABASE_URL, join(process.cwd(), 'prisma'))
  const catalog = await getCatalog()
  for (const problem of catalog.problems) {
    log.warn(
      { file: problem.file, line: problem.line, rule: problem.rule },
      `content of CONTENT_DIR is not served: ${problem.message}`,
    )
  }
  if (needsOwnerCode(settings) && !(await hasOwner(await database()))) ownerCode(settings)
  await startSweep()
  log.info(
    { version, migrations: migrations.length, drills: catalog.drills().length, lessons: catalog.lessons().length },
    'ready',
  )
}

/** As `startServer`; what cannot start says why in one message, without a stack trace, and ends the process. */
export async function startOrExplain(): Promise<void> {
  try {
    await startServer()
  } catch (error) {
    console.error(`\nTenfold cannot start.\n${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  }
}

/** next-auth reads its own variables. */
function tellNextAuth(settings: Env): void {
  process.env.NEXTAUTH_SECRET = authSecret(settings)
  if (settings.AUTH_URL === undefined) process.env.AUTH_TRUST_HOST = '1'
  else process.env.NEXTAUTH_URL = settings.AUTH_URL
}

async function startSweep(): Promise<void> {
  if (globalThis.tenfoldSweep) return
  const deps = await attemptDeps()
  let running = false
  const sweep = async () => {
    if (running) return
    running = true
    try {
      await expireDue(deps)
      await sweepTries(deps.db, deps.now())
    } catch (error) {
      log.error({ error }, 'the sweep failed; it runs again soon')
    } finally {
      running = false
    }
  }
  globalThis.tenfoldSweep = setInterval(sweep, SWEEP_MS).unref()
  // What ran out while the server was down. Nobody has to wait for it.
  void sweep()
}
