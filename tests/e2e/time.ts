import { resolve } from 'node:path'
import { createClient } from '@libsql/client'

/** Moves an attempt, with all that was saved and said in it, into the past, as if so many minutes had gone by. */
export async function letTimePass(attempt: string, minutes: number): Promise<void> {
  const db = createClient({ url: `file:${resolve(process.env.E2E_DATA ?? 'data/e2e', 'tenfold.db')}` })
  await db.execute('PRAGMA busy_timeout = 5000')
  const shift = (value: unknown) => {
    // Practice has no end.
    if (value === null || value === undefined) return null
    const ms = typeof value === 'number' ? value : Date.parse(String(value))
    const moved = new Date(ms - minutes * 60_000)
    return typeof value === 'number' ? moved.getTime() : moved.toISOString().replace('Z', '+00:00')
  }
  const { rows } = await db.execute({ sql: 'SELECT started_at, ends_at FROM attempt WHERE id = ?', args: [attempt] })
  const [row] = rows
  if (!row) throw new Error(`no attempt ${attempt}`)
  await db.execute({
    sql: 'UPDATE attempt SET started_at = ?, ends_at = ? WHERE id = ?',
    args: [shift(row.started_at), shift(row.ends_at), attempt],
  })
  for (const table of ['revision', 'attempt_event']) {
    const saved = await db.execute({ sql: `SELECT rowid, at FROM ${table} WHERE attempt_id = ?`, args: [attempt] })
    for (const { rowid, at } of saved.rows)
      await db.execute({ sql: `UPDATE ${table} SET at = ? WHERE rowid = ?`, args: [shift(at), Number(rowid)] })
  }
  db.close()
}
