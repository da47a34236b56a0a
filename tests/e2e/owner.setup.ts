import { createAccount, expect, owner, test } from './people.ts'

test('the first visitor becomes the owner and opens the sign-up', async ({ page }) => {
  await page.goto('/')
  await expect(page).toHaveURL(/welcome/)
  await createAccount(page, owner, /Create the owner account/)
  await page.goto('/people')
  await page.getByLabel('Who may sign up').selectOption('open')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('status').first()).toBeVisible()
  await page.goto('/people')
  await expect(page.getByLabel('Who may sign up')).toHaveValue('open')
})
