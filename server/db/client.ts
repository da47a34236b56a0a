import type { SqlDriverAdapter, SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import type { Prisma, PrismaClient } from '#generated/sqlite/client.ts'
import { env } from '../env.ts'
import { createAdapter, SqliteAdapter } from './adapter.ts'

/** The database as the server's code sees it, whichever it is. */
export type Database = PrismaClient
/** What a transaction's function gets, and all that a query needs. */
export type Queries = Prisma.TransactionClient

/** A client over a driver. Only the client of the database in use is loaded. */
export async function createDatabase(adapter: SqlDriverAdapterFactory): Promise<Database> {
  if (adapter.provider === 'postgres') {
    const generated = await import('#generated/postgresql/client.ts')
    // Both clients come from the same models; they differ in options that we do not use, and TypeScript compares those too.
    return new generated.PrismaClient({ adapter }) as unknown as Database
  }
  const generated = await import('#generated/sqlite/client.ts')
  const db = new generated.PrismaClient({ adapter })
  if (adapter instanceof SqliteAdapter) sqliteAdapters.set(db, adapter)
  return db
}

const sqliteAdapters = new WeakMap<Database, SqliteAdapter>()

/** The driver's connection that a SQLite client uses; undefined for PostgreSQL. */
export async function sqliteConnection(db: Database): Promise<SqlDriverAdapter | undefined> {
  const adapter = sqliteAdapters.get(db)
  if (adapter && !adapter.open) await db.$connect()
  return adapter?.open
}

declare global {
  // Next loads a module once for each bundle that needs it, and SQLite must keep one connection.
  var tenfoldDatabase: Promise<Database> | undefined
}

/** This process's one client. */
export function database(): Promise<Database> {
  globalThis.tenfoldDatabase ??= createDatabase(createAdapter(env().DATABASE_URL))
  return globalThis.tenfoldDatabase
}

/** Whether an error says that a unique index refused a row. By its code alone: the rest differs between databases. */
export const isUniqueViolation = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'P2002'
