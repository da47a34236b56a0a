import { type Sql, sqltag } from '@prisma/client/runtime/client'
import type { SqlQuery } from '@prisma/driver-adapter-utils'
import { type Database, sqliteConnection } from './client.ts'

export { sqltag as sql }

/**
 * Runs two statements as one write: the second only when the first has changed a row. Answers whether it had; a failure leaves neither.
 * On SQLite they go past Prisma's client, straight to the connection that it uses and through that connection's own queue: the client's work on an
 * interactive transaction takes longer than the write.
 */
export async function writeTogether(db: Database, first: Sql, second: Sql): Promise<boolean> {
  const connection = await sqliteConnection(db)
  if (!connection)
    return db.$transaction(async tx => {
      if ((await tx.$executeRaw(first)) === 0) return false
      await tx.$executeRaw(second)
      return true
    })
  const transaction = await connection.startTransaction()
  let moved = false
  try {
    moved = (await transaction.executeRaw(queryOf(first))) > 0
    if (moved) await transaction.executeRaw(queryOf(second))
  } catch (error) {
    await transaction.rollback()
    throw error
  }
  await (moved ? transaction.commit() : transaction.rollback())
  return moved
}

const queryOf = ({ sql, values }: Sql): SqlQuery => ({
  sql,
  args: [...values],
  argTypes: values.map(value => ({ scalarType: scalarTypeOf(value), arity: 'scalar' })),
})

function scalarTypeOf(value: unknown): SqlQuery['argTypes'][number]['scalarType'] {
  if (value instanceof Date) return 'datetime'
  if (value instanceof Uint8Array) return 'bytes'
  return typeof value === 'number' ? 'int' : 'string'
}
