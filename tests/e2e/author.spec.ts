import { expect, owner, signIn, test } from './people.ts'

test('the owner previews a drill with its private halves, and nobody else can', async ({ browser, page, person }) => {
  expect(person.name).toBeTruthy()
  expect((await page.goto('/author/drills/url-shortener'))?.status()).toBe(404)
  expect((await page.request.get('/api/author')).status()).toBe(404)

  const context = await browser.newContext()
  const theirs = await context.newPage()
  await signIn(theirs, owner.email)
  await theirs.waitForURL('**/today')
  await theirs.goto('/author')
  await theirs.getByRole('link', { name: 'Design a URL shortener' }).click()
  await expect(theirs.getByRole('heading', { level: 1, name: 'Design a URL shortener' })).toBeVisible()
  await expect(theirs.getByText(/All \d+ hold\./)).toBeVisible()
  const exemplars = theirs.getByRole('table').filter({ hasText: 'Exemplar' })
  await expect(exemplars.getByRole('row').nth(1)).toContainText('above the bar')
  await expect(exemplars.getByRole('row').last()).toContainText('below the bar')
  await expect(theirs.getByText('urls_per_month * record * retention_years')).toBeVisible()
  await context.close()
})
