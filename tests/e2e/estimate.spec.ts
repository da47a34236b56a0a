import { expect, test } from './people.ts'

test('a sheet is worked, explained, shared and solved without an account, and never sent', async ({ page }) => {
  const bodies: string[] = []
  page.on('request', request => bodies.push(`${request.url()} ${request.postData() ?? ''}`))
  await page.goto('/estimate')
  const sheet = page.getByRole('textbox', { name: 'Worksheet' })
  await expect(sheet).toContainText('urls = 100M /month')
  await expect(page.locator('.cm-editor')).toBeVisible()
  await sheet.click()
  await page.keyboard.press('Control+A')
  await page.keyboard.type('visits = 86.4M /day\npeak = visits * 3')
  const about = page.getByRole('region', { name: 'About a line' })
  await expect(about.getByText('= 3,000 /s')).toBeVisible()
  await expect(page).toHaveURL(/#visits/)

  await about.getByLabel('Show').selectOption('what-if')
  await about.getByRole('slider').first().focus()
  for (let i = 0; i < 40; i += 1) await page.keyboard.press('ArrowRight')
  await expect(about.getByRole('row', { name: /peak 3,000 \/s 30K \/s/ })).toBeVisible()

  await about.getByLabel('Show').selectOption('solve')
  await about.getByLabel('peak should be').fill('6K /s')
  await about.getByRole('button', { name: 'Solve' }).click()
  await expect(about.getByText(/visits would have to be 2,000 \/s/)).toBeVisible()

  const copy = await page.context().newPage()
  await copy.goto(page.url())
  await expect(copy.getByRole('textbox', { name: 'Worksheet' })).toContainText('visits = 86.4M /day')
  expect(bodies.filter(body => body.includes('visits'))).toEqual([])
})

test('a mistake is underlined and told with its place and its mend, and the other lines go on', async ({ page }) => {
  await page.goto(`/estimate#${encodeURIComponent('a = 1 GB\nb = a + 3 s\nc = 2 * a')}`)
  await expect(page.getByText(/line 2/i).first()).toBeVisible()
  await expect(page.getByText('2 GB').first()).toBeVisible()
})

test('a demand becomes a plan with its rules, and the plan a worksheet', async ({ page }) => {
  await page.goto('/estimate')
  await page.getByRole('button', { name: 'Size a system' }).click()
  const plan = page.getByRole('region', { name: 'Plan' })
  await expect(plan.getByText('3,858 /s').first()).toBeVisible()
  await page.getByLabel('Writes over time').fill('1B /month')
  await expect(plan.getByText('38.6K /s').first()).toBeVisible()
  await plan
    .getByText(/two rules disagree/)
    .first()
    .click()
  await expect(plan.getByText('Disputed').first()).toBeVisible()
  await page.getByLabel('Writes over time').fill('3 GB')
  await expect(page.getByText(/is bytes; writes is 1\/s/)).toBeVisible()
  await page.getByLabel('Writes over time').fill('100M /month')
  await page.getByRole('button', { name: 'Open it as a worksheet' }).click()
  await expect(page.getByRole('textbox', { name: 'Worksheet' })).toContainText('writes = 100M /month')
})
