// A person in a real browser, for the benches.
import { readFileSync } from 'node:fs'
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import { parse } from 'yaml'
import config from '../../playwright.config.ts'

/** A signed-in owner on a fresh server, with the page open at Today. */
export async function signedIn(base: string): Promise<{ page: Page; context: BrowserContext; close: () => Promise<void> }> {
  const browser = await chromium.launch(config.use?.launchOptions ?? {})
  const context = await browser.newContext({
    baseURL: base,
    viewport: { width: 1440, height: 900 },
    colorScheme: 'light',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  })
  const page = await context.newPage()
  await page.goto('/welcome')
  await page.getByLabel('Name').fill('Olga Owner')
  await page.getByLabel('E-mail').fill('owner@example.org')
  await page.getByLabel('Password', { exact: true }).fill('a long enough password')
  await page.getByRole('button', { name: /Create the owner account/ }).click()
  await page.waitForURL('**/today')
  return { page, context, close: () => browser.close() }
}

/** The submission of an exemplar, as its file has it. */
export const exemplar = (drill: string, name: string): unknown =>
  parse(readFileSync(`content/drills/${drill}/exemplars/${name}.yaml`, 'utf8')).submission

/** Starts an attempt and, where given, saves a submission in it, as the browser would. Returns the attempt's id. */
export async function startAttempt(page: Page, drillSlug: string, submission?: unknown): Promise<string> {
  const id: unknown = await page.evaluate(
    async ({ drillSlug, submission }) => {
      const post = async (path: string, body: unknown) => {
        const answer = await fetch(path, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        })
        if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
        return answer.json()
      }
      const { attemptId } = await post('/api/attempts', { drillSlug, mode: 'drill', level: 'L6' })
      const revision = { id: crypto.randomUUID(), parentId: null, submission }
      if (submission !== undefined) await post(`/api/attempts/${attemptId}/revisions`, revision)
      return attemptId
    },
    { drillSlug, submission },
  )
  return String(id)
}

/** Hands an attempt in, as it is. */
export const handIn = (page: Page, attemptId: string): Promise<number> =>
  page.evaluate(
    async id =>
      (
        await fetch(`/api/attempts/${id}/hand-in`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: '{}',
        })
      ).status,
    attemptId,
  )
