import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '#server/db/migrate.ts'
import { createTestAdapter } from './test-database.ts'

/** Makes the PostgreSQL of the server's tests once a run, migrated and packed: each test file then unpacks its own instead of making it. */
export default async function setup(): Promise<() => void> {
  const directory = mkdtempSync(join(tmpdir(), 'tenfold-snapshot-'))
  const { factory, drop, pglite } = await createTestAdapter('postgresql', directory)
  if (!pglite) return () => {}
  await migrate(await factory.connect(), join(import.meta.dirname, '../../prisma/postgresql/migrations'))
  const path = join(directory, 'postgres.tar')
  const packed = await pglite.dumpDataDir('none')
  writeFileSync(path, Buffer.from(await packed.arrayBuffer()))
  await drop()
  process.env.TENFOLD_PG_SNAPSHOT = path
  return () => rmSync(directory, { recursive: true, force: true })
}
