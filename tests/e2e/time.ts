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

const DAY_MS = 86_400_000
type Cell = string | number | bigint | null

/** A stored moment so many days earlier, in the form in which it is stored. */
function daysEarlier(value: unknown, days: number): Cell {
  if (value === null || value === undefined) return null
  if (typeof value === 'number' || typeof value === 'bigint') return Number(value) - days * DAY_MS
  const text = String(value)
  const moved = new Date(Date.parse(text) - days * DAY_MS).toISOString()
  return /^\d{4}-\d\d-\d\d$/.test(text) ? moved.slice(0, 10) : moved.replace('Z', '+00:00')
}

/** What ts-fsrs knows of a card, so many days earlier. */
function memoryEarlier(json: unknown, days: number): Cell {
  if (typeof json !== 'string') return null
  const memory = JSON.parse(json)
  const earlier = (ms: number | null) => (ms === null ? null : ms - days * DAY_MS)
  return JSON.stringify({ ...memory, due: earlier(memory.due), lastReview: earlier(memory.lastReview) })
}

/** Moves everything of a person into the past, as if so many days had gone by since. */
export async function letDaysPass(email: string, days: number): Promise<void> {
  const db = createClient({ url: `file:${resolve(process.env.E2E_DATA ?? 'data/e2e', 'tenfold.db')}` })
  await db.execute('PRAGMA busy_timeout = 5000')
  const who = await db.execute({ sql: 'SELECT id FROM user WHERE email = ?', args: [email] })
  const id = String(who.rows[0]?.id)
  const { rows: tables } = await db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
  for (const name of ['user', ...tables.map(table => String(table.name)).filter(table => table !== 'user')]) {
    const { rows: columns } = await db.execute(`PRAGMA table_info("${name}")`)
    const has = (column: string) => columns.some(one => one.name === column)
    const mine =
      name === 'user'
        ? 'id = ?'
        : has('user_id')
          ? 'user_id = ?'
          : has('attempt_id')
            ? 'attempt_id IN (SELECT id FROM attempt WHERE user_id = ?)'
            : has('sprint_id')
              ? 'sprint_id IN (SELECT id FROM sprint WHERE user_id = ?)'
              : null
    if (mine === null) continue
    const times = columns.filter(one => one.type === 'DATETIME').map(one => String(one.name))
    const dates = ['start_date', 'interview_date', 'day'].filter(has)
    const memories = name === 'card_state' ? ['state'] : name === 'card_review' ? ['before'] : []
    const moved = [...times, ...dates, ...memories]
    if (moved.length === 0) continue
    const { rows } = await db.execute({ sql: `SELECT rowid AS at_row, * FROM "${name}" WHERE ${mine}`, args: [id] })
    for (const row of rows)
      await db.execute({
        sql: `UPDATE "${name}" SET ${moved.map(column => `"${column}" = ?`).join(', ')} WHERE rowid = ?`,
        args: [
          ...[...times, ...dates].map(column => daysEarlier(row[column], days)),
          ...memories.map(column => memoryEarlier(row[column], days)),
          Number(row.at_row),
        ],
      })
  }
  db.close()
}
