import { expect, openPart, startDrill, test } from './people.ts'
import { letTimePass } from './time.ts'

test('a curveball lands at its minute, is put aside, and stays with the prompt', async ({ page, person }) => {
  expect(person.name).toBeTruthy()
  const attempt = await startDrill(page, 'url-shortener', /Start the clock/)
  await openPart(page, 'Data')
  await expect(page.getByText('The interviewer asks')).toHaveCount(0)
  const before = await page.request.get(`/api/attempts/${attempt}/curveballs`)
  expect(await before.json()).toMatchObject({ curveballs: [], serverNowMs: expect.any(Number) })

  await letTimePass(attempt, 31)
  await page.reload()
  await expect(page.getByText('The interviewer asks, at minute 30')).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: 'Somebody famous posts one of your links' })).toBeVisible()
  await page.getByRole('button', { name: 'Put aside' }).click()
  await expect(page.getByText('The interviewer asks')).toHaveCount(0)
  await page.getByRole('button', { name: 'Prompt', exact: true }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Somebody famous posts one of your links' })).toBeVisible()
  // Those that have not landed are nowhere in what the browser has.
  expect(await page.content()).not.toContain('come up with the same code')
})

test('practice has no curveballs', async ({ page, person }) => {
  expect(person.name).toBeTruthy()
  const attempt = await startDrill(page, 'url-shortener', /Practise/)
  await letTimePass(attempt, 55)
  await page.reload()
  await openPart(page, 'Data')
  const answer = await page.request.get(`/api/attempts/${attempt}/curveballs`)
  expect(await answer.json()).toMatchObject({ curveballs: [], endsAtMs: null })
})
