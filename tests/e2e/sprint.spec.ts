import { expect, test } from './people.ts'

test('a sprint is answered by keyboard, marked at once, and kept', async ({ page, person }) => {
  expect(person.name).toBeTruthy()
  await page.goto('/sprints')
  await page.getByRole('button', { name: 'Start five minutes' }).click()
  await page.waitForURL('**/sprints/*')
  await expect(page.getByText(/[45]:\d\d/)).toBeVisible()
  for (let i = 0; i < 4; i += 1) {
    await expect(page.getByText(`Question ${i + 1} of 6`)).toBeVisible()
    await page.getByLabel(/Your answer/).fill('1 GB')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('status').filter({ hasText: /Right|Not right/ })).toBeVisible()
    await page.getByRole('button', { name: 'Next question' }).press('Enter')
  }
  for (let i = 4; i < 6; i += 1) {
    await expect(page.getByText(`Question ${i + 1} of 6`)).toBeVisible()
    await page.locator('#main').getByRole('button').first().click()
    if (i === 4) await page.getByRole('button', { name: 'Next question' }).click()
  }
  // The twins flip: the same option cannot be right both times.
  await expect(page.getByText(/^1 of 6$|^[1-5] of 6$/)).toBeVisible()
  await page.goto('/sprints')
  await expect(page.getByRole('row', { name: /of 6/ })).toHaveCount(1)
})
