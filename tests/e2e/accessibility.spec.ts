import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, openPart, owner, signIn, startDrill, test } from './people.ts'

/** Every rule in light; in dark, where nothing but the colours differs, the rule about contrast. */
async function check(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  const dark = await new AxeBuilder({ page }).withRules(['color-contrast']).analyze()
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  expect(
    [...violations, ...dark.violations].map(
      v =>
        `${where}: ${v.id}: ${v.nodes
          .map(n => n.target.join(' '))
          .slice(0, 3)
          .join(' | ')}`,
    ),
    where,
  ).toEqual([])
}

test('no page has an accessibility violation, in light or in dark', async ({ page, person, browser }) => {
  test.setTimeout(180_000)
  expect(person.name).toBeTruthy()
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  for (const path of [
    '/today',
    '/lessons',
    '/lessons/capacity-estimation',
    '/lessons/consensus-and-spanner',
    '/drills',
    '/drills/url-shortener',
    '/drills/url-shortener/interviewer?as=interviewer',
    '/days',
    '/attempts',
    '/estimate',
    '/cards',
    '/progress',
    '/settings',
    '/settings/import',
    '/no-such-page',
  ]) {
    await page.goto(path)
    await check(page, path)
  }
  const attempt = await startDrill(page, 'url-shortener', /Practise without a clock/)
  for (const part of [
    'Requirements',
    'Questions',
    'Estimates',
    'API',
    'Architecture',
    'Data',
    'Decisions',
    'Failures',
    'Operations',
    'Security',
    'Cost',
    'Evolution',
    'Teams',
    'Predictions',
  ]) {
    await openPart(page, part)
    for (const add of await page
      .locator('#main')
      .getByRole('button', { name: /^Add an? / })
      .all())
      await add.click()
    await check(page, `workspace: ${part}`)
  }
  await openPart(page, 'Architecture')
  await page.getByRole('button', { name: 'Canvas', exact: true }).click()
  const quick = page.getByLabel('Add a component or a route, then Enter')
  await quick.fill('Read: client > lb > web > redis > postgres')
  await quick.press('Enter')
  await page.locator('#main').getByLabel('Rate', { exact: true }).last().fill('4K /s')
  await page.getByRole('button', { name: /^Run it/ }).click()
  await page.getByRole('checkbox', { name: 'postgres' }).check()
  await expect(page.getByText(/^It fails at 1x without postgres/)).toBeVisible()
  await check(page, 'canvas: running, with a failure')
  await page.getByRole('button', { name: 'Fill the window' }).click()
  await expect(page.getByRole('button', { name: 'Back to the part' })).toBeVisible()
  await page
    .getByLabel('Architecture canvas')
    .getByRole('button', { name: /^web, / })
    .click()
  await check(page, 'canvas: filling the window')
  await page.getByRole('button', { name: 'Back to the part' }).click()
  await page.getByRole('button', { name: 'Hand in' }).click()
  await check(page, 'hand-in dialog')
  await page.getByRole('button', { name: 'Hand in and see the score' }).click()
  await page.waitForURL(`**/attempts/${attempt}`)
  await page.locator('#design').scrollIntoViewIfNeeded()
  await expect(page.locator('#design').getByText(/^It (holds|fails) at 1x/)).toBeVisible()
  await expect(page.getByRole('button', { name: /^web, .* in use/ })).toBeVisible()
  await check(page, 'score')

  const context = await browser.newContext({ colorScheme: 'light' })
  const visitor = await context.newPage()
  for (const path of ['/sign-in', '/sign-up']) {
    await visitor.goto(path)
    await check(visitor, path)
  }
  await signIn(visitor, owner.email)
  await visitor.waitForURL('**/today')
  for (const path of ['/people', '/author', '/author/drills/url-shortener', '/author/lessons/capacity-estimation']) {
    await visitor.goto(path)
    await check(visitor, path)
  }
  await context.close()
})
