import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { dataFolder } from '../../playwright.config.ts'

/** Runs statements on the server's own database: no test can wait an hour for a sitting to be an hour long. */
async function onDatabase(run: (client: ReturnType<typeof createClient>) => Promise<void>): Promise<void> {
  const client = createClient({ url: `file:${join(dataFolder, 'tenfold.db')}` })
  try {
    await client.execute('PRAGMA busy_timeout = 5000')
    await run(client)
  } finally {
    client.close()
  }
}

const stamp = (ms: number) => new Date(ms).toISOString().replace('Z', '+00:00')

/** Makes a sitting as if it had begun so many minutes before its end, and its revisions had come at these minutes. */
export const asIfOver = (attemptId: string, minutes: number, revisionsAt: readonly number[]) =>
  onDatabase(async client => {
    const { rows } = await client.execute({ sql: 'SELECT handed_in_at FROM attempt WHERE id = ?', args: [attemptId] })
    const startMs = new Date(String(rows[0]?.handed_in_at)).getTime() - minutes * 60_000
    await client.execute({ sql: 'UPDATE attempt SET started_at = ? WHERE id = ?', args: [stamp(startMs), attemptId] })
    for (const [index, minute] of revisionsAt.entries())
      await client.execute({
        sql: 'UPDATE revision SET at = ? WHERE attempt_id = ? AND seq = ?',
        args: [stamp(startMs + minute * 60_000), attemptId, index + 1],
      })
  })

/** Makes the scores of an attempt as if an older engine had made them. */
export const asIfScoredBy = (attemptId: string, engine: string) =>
  onDatabase(async client => {
    await client.execute({ sql: 'UPDATE score SET engine = ? WHERE attempt_id = ?', args: [engine, attemptId] })
  })
