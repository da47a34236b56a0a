import { randomUUID } from 'node:crypto'
import { test as base, expect, type Page } from '@playwright/test'

export const password = 'a long enough password'
export const owner = { name: 'Olga Owner', email: 'owner@example.org' }

/** Fills the form of a new account and hands it in. */
export async function createAccount(page: Page, person: { name: string; email: string }, button: RegExp): Promise<void> {
  await page.getByLabel('Name').fill(person.name)
  await page.getByLabel('E-mail').fill(person.email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: button }).click()
  await page.waitForURL('**/today')
}

/** Signs in with the password that all of these people have. */
export const signIn = async (page: Page, email: string) => {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

type Fixtures = { person: { name: string; email: string } }

/** A test with a person of its own who is signed in, and with a page that may not log an error. */
export const test = base.extend<Fixtures>({
  person: async ({ page }, use) => {
    const person = { name: 'Cora Candidate', email: `cora-${randomUUID()}@example.org` }
    await page.goto('/sign-up')
    await createAccount(page, person, /Create the account/)
    await use(person)
  },
  page: async ({ page }, use) => {
    const errors: string[] = []
    page.on('pageerror', error => errors.push(error.message))
    page.on('console', message => {
      // A refused request is logged by the browser itself; tests that provoke one look at its answer.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) errors.push(message.text())
    })
    await use(page)
    expect(errors).toEqual([])
  },
})

export { expect }

/** Starts a drill from its page and waits for the workspace. Returns the attempt's id. */
export async function startDrill(page: Page, slug: string, button: RegExp): Promise<string> {
  await page.goto(`/drills/${slug}`)
  await page.getByRole('button', { name: button }).click()
  await page.waitForURL('**/sit/*')
  await expect(page.getByRole('button', { name: 'Hand in' })).toBeVisible()
  return page.url().split('/').at(-1) ?? ''
}

/** Opens a part of the submission in the workspace. */
export async function openPart(page: Page, title: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Parts of the submission' }).getByRole('button', { name: title }).click()
  await expect(page.getByRole('heading', { level: 2, name: title })).toBeVisible()
}

/** Waits until the server has everything that was typed. */
export async function saved(page: Page): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: /^Saved$/ })).toBeVisible()
}

/** A field of the part in hand, by its label. */
export const field = (page: Page, label: string) => page.locator('#main').getByLabel(label, { exact: true })
