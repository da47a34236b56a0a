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
