import { expect, field, openPart, saved, startDrill, test } from './people.ts'
import { letTimePass } from './time.ts'

test('a drill whose browser was closed is handed in by the clock', async ({ page, person }) => {
  expect(person.name).toBeTruthy()
  const attempt = await startDrill(page, 'url-shortener', /Start the clock/)
  await openPart(page, 'API')
  await page.getByRole('button', { name: 'Add a call' }).click()
  await field(page, 'Path').fill('/{code}')
  await saved(page)
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
  const attempt = await startDrill(page, 'url-shortener', /Start the clock/)
  await openPart(page, 'API')
  await page.getByRole('button', { name: 'Add a call' }).click()
  await field(page, 'Path').fill('/in-time')
  await saved(page)
  await letTimePass(attempt, 60)
  await expect.poll(async () => (await (await page.request.get(`/api/attempts/${attempt}`)).json()).handedInBy).toBe('clock')
  await field(page, 'Path').fill('/too-late')
  await page.waitForURL(`**/attempts/${attempt}`)
  await expect(page.locator('#submission').getByText('/in-time')).toBeVisible()
  await expect(page.getByText(/arrived after the end/)).toBeVisible()
})
