import type { Page } from '@playwright/test'
import { expect, field, openPart, saved, startDrill, test } from './people.ts'
import { letTimePass } from './time.ts'

/** A drill on the clock in which one call is written and saved. */
async function startWithCall(page: Page, path: string): Promise<string> {
  const attempt = await startDrill(page, 'url-shortener', /Start the clock/)
  await openPart(page, 'API')
  await page.getByRole('button', { name: 'Add a call' }).click()
  await field(page, 'Path').fill(path)
  await saved(page)
  return attempt
}

test('a drill whose browser was closed is handed in by the clock', async ({ page, person }) => {
  expect(person.name).toBeTruthy()
  const attempt = await startWithCall(page, '/{code}')
  await page.goto('about:blank')
  await letTimePass(attempt, 60)
  await page.goto('/attempts')
  await page.goto(`/attempts/${attempt}`)
  await expect(page.getByText(/by the clock, after 60 min/)).toBeVisible()
  await expect(page.getByText('L6:', { exact: true })).toBeVisible()
  await expect(page.locator('#submission').getByText('/{code}')).toBeVisible()
})

test('a page that is open when time runs out shows the score, and a later draft is kept unscored', async ({ page, person }) => {
  expect(person.name).toBeTruthy()
  const attempt = await startWithCall(page, '/in-time')
  await letTimePass(attempt, 60)
  await expect.poll(async () => (await (await page.request.get(`/api/attempts/${attempt}`)).json()).handedInBy).toBe('clock')
  await field(page, 'Path').fill('/too-late')
  await page.waitForURL(`**/attempts/${attempt}`)
  await expect(page.locator('#submission').getByText('/in-time')).toBeVisible()
  await expect(page.getByText(/arrived after the end/)).toBeVisible()
})

test('a laptop that slept past the end: what was saved is handed in, what was not is kept unscored', async ({ page, person }) => {
  expect(person.name).toBeTruthy()
  const attempt = await startWithCall(page, '/in-time')
  await page.context().setOffline(true)
  await field(page, 'Path').fill('/before-the-sleep')
  await expect(page.getByText('Offline: kept in this browser')).toBeVisible()
  await letTimePass(attempt, 60)
  await page.context().setOffline(false)
  await page.waitForURL(`**/attempts/${attempt}`)
  await expect(page.locator('#submission').getByText('/in-time')).toBeVisible()
  const late = page.locator('details').filter({ hasText: 'arrived after the end' })
  await late.locator('summary').click()
  await expect(late.getByText('/before-the-sleep')).toBeVisible()
})

test('a draft of a page that was closed before the end is found on the page of the score', async ({ page, person }) => {
  expect(person.name).toBeTruthy()
  const attempt = await startDrill(page, 'url-shortener', /Start the clock/)
  await page.route('**/revisions', route => route.abort())
  await openPart(page, 'API')
  await page.getByRole('button', { name: 'Add a call' }).click()
  await field(page, 'Path').fill('/never-sent')
  await expect(page.getByText('Offline: kept in this browser')).toBeVisible()
  page.on('dialog', dialog => dialog.accept())
  await page.goto('about:blank')
  await letTimePass(attempt, 60)
  await page.goto(`/attempts/${attempt}`)
  const late = page.locator('details').filter({ hasText: 'arrived after the end' })
  await late.locator('summary').click()
  await expect(late.getByText('/never-sent')).toBeVisible()
  await expect(late).toHaveCount(1)
})

test('the clock follows the server when the clock of the computer is set', async ({ page, person }) => {
  expect(person.name).toBeTruthy()
  await page.clock.install()
  await startDrill(page, 'url-shortener', /Start the clock/)
  const left = page.locator('.num', { hasText: 'Time left:' })
  for (const hours of [1, -1]) {
    await page.clock.setSystemTime(Date.now() + hours * 3_600_000)
    await page.clock.runFor(3_000)
    await expect(left).toHaveText(/Time left: 59:\d\d/)
    await expect(page.getByText('Time is up')).toHaveCount(0)
  }
})
