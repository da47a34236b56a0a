import { port } from '../../playwright.config.ts'
import { startServer, temporaryFolder } from '../bench/server.ts'
import { createAccount, expect, field, owner, saved, startDrill, test } from './people.ts'

/** How long after a save was sent the server dies: before it was read, while it is written, about when it is answered. */
const DELAYS_MS = [0, 3, 12]

test('a server that is killed in the middle of a save costs nothing: the page goes on and saves when it is back', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const data = temporaryFolder()
  const own = port + 1
  let server = await startServer(own, data.path)
  const context = await browser.newContext({ baseURL: server.base })
  try {
    const page = await context.newPage()
    await page.goto('/welcome')
    await createAccount(page, owner, /Create the owner account/)
    const attempt = await startDrill(page, 'url-shortener', /Start the clock/)
    await page.getByRole('button', { name: 'Add a functional requirement' }).click()
    await saved(page)

    const acknowledged: { seq: number; text: unknown }[] = []
    page.on('response', async response => {
      if (!response.url().endsWith('/revisions') || response.status() !== 200) return
      const { submission } = response.request().postDataJSON()
      // The end may come in the middle of the answer.
      const answer = await response.json().catch(() => undefined)
      if (answer) acknowledged.push({ seq: answer.seq, text: submission.requirements.functional[0]?.text })
    })
    for (const [round, delayMs] of DELAYS_MS.entries()) {
      const sent = page.waitForRequest(request => request.url().endsWith('/revisions'))
      await field(page, 'What a user can do').fill(`Round ${round}: sent`)
      await sent
      await page.waitForTimeout(delayMs)
      await server.kill()
      await field(page, 'What a user can do').fill(`Round ${round}: written while it was gone`)
      await expect(page.getByText('Offline: kept in this browser')).toBeVisible()
      server = await startServer(own, data.path)
      await saved(page)
    }

    const headers = { accept: 'application/json' }
    const read = async (path: string) => (await page.request.get(`/api/attempts/${attempt}${path}`, { headers })).json()
    const { submission, headSeq } = await read('')
    expect(submission.requirements.functional[0].text).toBe('Round 2: written while it was gone')
    expect(acknowledged.length).toBeGreaterThanOrEqual(DELAYS_MS.length)
    expect(headSeq).toBeGreaterThanOrEqual(Math.max(...acknowledged.map(({ seq }) => seq)))
    for (const { seq, text } of acknowledged) {
      const { submission: then } = await read(`/replay?seq=${seq}`)
      expect(then.requirements.functional[0]?.text).toBe(text)
    }
  } finally {
    await context.close()
    await server.stop()
    data.drop()
  }
})
