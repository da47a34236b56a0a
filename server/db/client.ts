import type { SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import type { Prisma, PrismaClient } from '#generated/sqlite/client.ts'
import { env } from '../env.ts'
import { createAdapter } from './adapter.ts'

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
  return new generated.PrismaClient({ adapter })
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
