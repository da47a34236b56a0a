import { resolve } from 'node:path'
import { createClient } from '@libsql/client'
import { expect, field, openPart, saved, startDrill, test } from './people.ts'

/** Moves the end of an attempt to a moment ago, as if its hour had passed. */
async function letTimePass(attempt: string): Promise<void> {
  const db = createClient({ url: `file:${resolve(process.env.E2E_DATA ?? 'data/e2e', 'tenfold.db')}` })
  await db.execute('PRAGMA busy_timeout = 5000')
  const { rows } = await db.execute({ sql: 'SELECT started_at, ends_at FROM attempt WHERE id = ?', args: [attempt] })
  const [row] = rows
  if (!row) throw new Error(`no attempt ${attempt}`)
  const shift = (value: unknown) => {
    const ms = typeof value === 'number' ? value : Date.parse(String(value))
    const moved = new Date(ms - 3_600_000)
    return typeof value === 'number' ? moved.getTime() : moved.toISOString().replace('Z', '+00:00')
  }
  await db.execute({
    sql: 'UPDATE attempt SET started_at = ?, ends_at = ? WHERE id = ?',
    args: [shift(row.started_at), shift(row.ends_at), attempt],
  })
  db.close()
}

test('a drill whose browser was closed is handed in by the clock', async ({ page, person }) => {
  expect(person.name).toBeTruthy()
  const attempt = await startDrill(page, 'url-shortener', /Start the clock/)
  await openPart(page, 'API')
  await page.getByRole('button', { name: 'Add a call' }).click()
  await field(page, 'Path').fill('/{code}')
  await saved(page)
  await page.goto('about:blank')
  await letTimePass(attempt)
  await page.goto('/attempts')
  await page.goto(`/attempts/${attempt}`)
  await expect(page.getByText(/by the clock, after 60 min/)).toBeVisible()
  await expect(page.getByText('L6:')).toBeVisible()
  await expect(page.locator('#submission').getByText('/{code}')).toBeVisible()
})

test('a page that is open when time runs out shows the score, and a later draft is kept unscored', async ({ page, person }) => {
  expect(person.name).toBeTruthy()
  const attempt = await startDrill(page, 'url-shortener', /Start the clock/)
  await openPart(page, 'API')
  await page.getByRole('button', { name: 'Add a call' }).click()
  await field(page, 'Path').fill('/in-time')
  await saved(page)
  await letTimePass(attempt)
  await expect.poll(async () => (await (await page.request.get(`/api/attempts/${attempt}`)).json()).handedInBy).toBe('clock')
  await field(page, 'Path').fill('/too-late')
  await page.waitForURL(`**/attempts/${attempt}`)
  await expect(page.locator('#submission').getByText('/in-time')).toBeVisible()
  await expect(page.getByText(/arrived after the end/)).toBeVisible()
})
