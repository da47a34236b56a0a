import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, owner, password, signIn, startDrill, test } from './people.ts'

const noViolation = async (page: Page) => expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
test('a person deletes their account with everything in it', async ({ page, person }) => {
  const attempt = await startDrill(page, 'url-shortener', /Practise without a clock/)
  await page.goto('/settings')
  const send = page.getByRole('button', { name: 'Delete my account and everything in it' })
  await page.getByLabel('Your password', { exact: true }).fill('not my password')
  await send.click()
  await expect(page.getByRole('link', { name: /Tick the box/ })).toBeVisible()
  await page.getByLabel('I understand that this cannot be undone.').check()
  await page.getByLabel('Your password', { exact: true }).fill('not my password')
  await send.click()
  await expect(page.getByRole('link', { name: 'That is not your password.' })).toBeVisible()
  await noViolation(page)
  await page.getByLabel('I understand that this cannot be undone.').check()
  await page.getByLabel('Your password', { exact: true }).fill(password)
  await send.click()
  await page.waitForURL('**/sign-in?deleted=1')
  await expect(page.getByText('Your account and everything in it are deleted.')).toBeVisible()
  await page.goto(`/sit/${attempt}`)
  await expect(page).toHaveURL(/sign-in/)
  await signIn(page, person.email)
  await expect(page.getByText('The e-mail address or the password is wrong.')).toBeVisible()
})

test('the owner removes a member, who is signed out by that, and cannot leave while others stay', async ({
  page,
  person,
  browser,
}) => {
  const context = await browser.newContext()
  const theirs = await context.newPage()
  await signIn(theirs, owner.email)
  await theirs.waitForURL('**/today')
  await theirs.goto('/settings')
  await theirs.getByLabel('Your password', { exact: true }).fill(password)
  await theirs.getByLabel('I understand that this cannot be undone.').check()
  await theirs.getByRole('button', { name: 'Delete my account and everything in it' }).click()
  await expect(theirs.getByText(/You own this Tenfold and .* Remove .* under People first\./)).toBeVisible()

  await theirs.goto('/people')
  const row = theirs.getByRole('row').filter({ hasText: person.email })
  await row.getByText('Remove').first().click()
  await expect(row.getByText('This cannot be undone.')).toBeVisible()
  await noViolation(theirs)
  await row.getByRole('button', { name: 'Remove for good' }).click()
  await expect(row).toHaveCount(0)
  await page.goto('/settings')
  await expect(page).toHaveURL(/sign-in/)
  await context.close()
})
