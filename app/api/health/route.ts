import { getCatalog } from '#catalog/catalog.ts'
import { database } from '#server/db/client.ts'
import { json } from '#server/http/api.ts'
import { log } from '#server/log.ts'
import { version } from '#server/version.ts'

/** Whether this server can do its work: the database answers, the catalog is loaded. 503 with the part that cannot. */
export async function GET() {
  const [databaseOk, catalog] = await Promise.all([isReachable(), loadedCatalog()])
  const ok = databaseOk && catalog !== null
  return json(
    { status: ok ? 'ok' : 'failing', database: databaseOk ? 'ok' : 'unreachable', catalog: catalog ?? 'not loaded', version },
    ok ? 200 : 503,
  )
}

async function isReachable(): Promise<boolean> {
  try {
    await (await database()).setting.findFirst({ select: { key: true } })
    return true
  } catch (error) {
    log.error({ error }, 'health: the database does not answer')
    return false
  }
}

async function loadedCatalog() {
  try {
    const catalog = await getCatalog()
    return { drills: catalog.drills().length, lessons: catalog.lessons().length, hash: catalog.contentHash }
  } catch (error) {
    log.error({ error }, 'health: the catalog is not loaded')
    return null
  }
}
