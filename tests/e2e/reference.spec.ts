import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, startDrill, test } from './people.ts'

async function check(page: Page, where: string) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(v => `${where}: ${v.id}: ${v.nodes.map(n => n.target.join(' ')).slice(0, 3)}`)).toEqual([])
}

test('numbers, formulas and choosers are looked up, by hand and by search', async ({ page, person }) => {
  expect(person.name).toBeTruthy()
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Reference' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Reference' })).toBeVisible()
  await check(page, 'reference')
  await page.goto('/reference/numbers?sort=value')
  await expect(page.getByRole('row', { name: /^Reading or writing 64 bytes of memory at random 20 ns/ })).toBeVisible()
  await check(page, 'numbers')
  await page.goto('/reference/formulas#littles-law')
  await expect(page.locator('#littles-law')).toContainText('1,000 requests inside')
  await check(page, 'formulas')

  await page.goto('/reference/choosers/storage-tier')
  const result = page.getByRole('form', { name: 'Your answers' }).getByRole('status')
  await expect(result).toContainText('It depends on this: Is each object kept')
  // Until the page listens, what is typed says nothing to it.
  await expect(async () => {
    await page.getByLabel('Requests for it a month').fill('700')
    await expect(result).toContainText('Warm storage, for infrequent access', { timeout: 1000 })
  }).toPass()
  await page.getByLabel('Requests for it a month').fill('300')
  await expect(result).toContainText('It depends on this: Is each object kept')
  await page.getByRole('radio', { name: 'Yes' }).focus()
  await page.keyboard.press('Space')
  await expect(result).toContainText('Cold storage that answers at once')
  await page.getByLabel('Requests for it a month').fill('3 GB')
  await expect(result).toContainText('A number cannot be read')
  await check(page, 'chooser')

  // By keyboard alone: open, type, move, go.
  await page.goto('/reference')
  await expect(async () => {
    await page.keyboard.press('/')
    await expect(page.getByRole('dialog', { name: 'Search' })).toBeVisible({ timeout: 1000 })
  }).toPass()
  await page.getByRole('combobox').fill('erlang')
  await expect(page.getByRole('status').filter({ hasText: /\d+ found/ })).toBeVisible()
  await expect(page.getByRole('option', { name: /Chance to wait/ })).toBeVisible()
  await check(page, 'search dialog')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/reference/formulas#*')
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog', { name: 'Search' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('a list ticks itself by what was done; an attempt has ticks of its own', async ({ page, person }) => {
  expect(person.name).toBeTruthy()
  await page.goto('/checklists/before')
  const seen = page.getByRole('checkbox', { name: /^Route traffic at each layer/ })
  await expect(seen).not.toBeChecked()
  const own = page.getByRole('checkbox', { name: /^One sitting recorded/ })
  await own.press('Enter')
  await expect(own).toBeChecked()
  await page.goto('/lessons/load-balancing')
  await page.getByRole('button', { name: 'Mark as done' }).click()
  await expect(page.getByRole('button', { name: 'Take the mark away' })).toBeVisible()
  await page.goto('/checklists/before')
  await expect(seen).toBeChecked()
  await expect(own).toBeChecked()
  await check(page, 'checklist')
  await own.press('Space')
  await expect(own).not.toBeChecked()

  const attempt = await startDrill(page, 'warm-up', /Start/)
  await page.getByRole('button', { name: 'Hand in' }).click()
  await page.getByRole('button', { name: 'Hand in and see the score' }).click()
  await page.waitForURL(`**/attempts/${attempt}`)
  await page.getByRole('link', { name: 'Look back' }).click()
  await page.waitForURL(`**/checklists/after?attempt=${attempt}`)
  const first = page.getByRole('checkbox').first()
  await first.click()
  await expect(first).toBeChecked()
  await check(page, 'look back')
  const exported = await (await page.request.get('/api/export')).json()
  expect(exported.ticks.map(({ itemKey }: { itemKey: string }) => itemKey)).toEqual([`after/fit@${attempt}`])
})

test('without a script a chooser decides, a list is ticked and the search finds', async ({ page, person, browser, baseURL }) => {
  expect(person.name).toBeTruthy()
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
    baseURL,
  })
  const plain = await context.newPage()
  await plain.goto('/reference/choosers/cache-invalidation')
  await plain.getByRole('radio', { name: /^Yes: a file of a release/ }).check()
  await plain.getByRole('button', { name: 'What follows?' }).click()
  await expect(plain.getByRole('status')).toContainText('A new name for each version')
  await plain.goto('/checklists/during')
  await plain.getByRole('checkbox').first().click()
  await expect(plain.getByText('1 of 20 done')).toBeVisible()
  await plain.goto('/search')
  await plain.getByRole('searchbox', { name: 'Search for' }).fill('write-behind')
  await plain.getByRole('searchbox', { name: 'Search for' }).press('Enter')
  await expect(plain.getByRole('heading', { name: 'Choosers' })).toBeVisible()
  await context.close()
  await page.goto('/search?q=write-behind')
  await check(page, 'search')
  await page.goto('/search?q=xyzzyq')
  await expect(page.getByText(/Nothing is found for/)).toBeVisible()
  expect((await page.request.get('/api/search-index')).status()).toBe(200)
  await page.context().clearCookies()
  expect((await page.request.get('/api/search-index')).status()).toBe(401)
})
