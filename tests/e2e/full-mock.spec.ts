import { expect, field, openPart, saved, startDrill, test } from './people.ts'
import { letTimePass } from './time.ts'

test('a whole L6 mock from its first minute to the end of its time, and its review', async ({ page, person }) => {
  expect(person.name).toBeTruthy()
  const attempt = await startDrill(page, 'url-shortener', /Sit a mock interview/)
  const standing = async () => (await page.request.get(`/api/attempts/${attempt}`)).json()
  const minuteNow = async () => {
    const { startedAtMs, serverNowMs } = await standing()
    return (serverNowMs - startedAtMs) / 60_000
  }
  /** Works until that minute of the sitting. */
  const untilMinute = async (minute: number) => {
    await saved(page)
    await letTimePass(attempt, minute - (await minuteNow()))
    await page.reload()
  }
  const heard = (text: string | RegExp) => page.getByRole('listitem').filter({ hasText: text })

  // What is asked, and what is drawn.
  await openPart(page, 'Questions')
  await field(page, 'Ask the interviewer').fill('How many users are there?')
  await page.getByRole('button', { name: 'Ask', exact: true }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'How many users are there?' })).toBeVisible()
  await openPart(page, 'Requirements')
  await page.getByRole('button', { name: 'Add a functional requirement' }).click()
  await field(page, 'What a user can do').fill('Follow a short link')
  await untilMinute(12)
  await openPart(page, 'Architecture')
  await page.getByRole('button', { name: 'Add a flow' }).click()
  await field(page, 'Route').fill('client > web > postgres')
  await field(page, 'Route').press('Enter')
  await page.getByRole('listitem', { name: 'flow 1' }).getByLabel('Rate').fill('50 /s')

  // A curveball, and its answer in the design.
  await untilMinute(31)
  await expect(heard('Somebody famous posts one of your links')).toBeVisible()
  await openPart(page, 'Data')
  await page.getByRole('button', { name: 'Add a store' }).click()
  await field(page, 'Entity').fill('link')
  await field(page, 'Hot keys').selectOption('coalesce-requests')

  // The failure that hurts this design most, and its answer, written without a network.
  await untilMinute(43)
  await expect(heard('What do users see, and what do you do?')).toBeVisible()
  const { curveballs } = await (await page.request.get(`/api/attempts/${attempt}/curveballs`)).json()
  const nemesis = curveballs.find((said: { kind: string }) => said.kind === 'nemesis')
  await page.context().setOffline(true)
  await openPart(page, 'Failures')
  await page.getByRole('button', { name: 'Add a failure' }).click()
  const answer = page.getByRole('listitem', { name: 'failure 1' })
  await answer.getByLabel('Component').selectOption(nemesis.id.split(':').at(-1))
  await answer.getByLabel('Shown by').selectOption('errors')
  await answer.getByLabel('RTO').fill('5 minutes')
  await expect(page.getByText('Offline: kept in this browser')).toBeVisible()
  await page.context().setOffline(false)
  await saved(page)

  // Nobody hands it in.
  const { endsAtMs, startedAtMs } = await standing()
  await untilMinute((endsAtMs - startedAtMs) / 60_000 - 0.15)
  await expect(page.getByText('Time left:')).toBeVisible()
  await page.waitForURL(`**/attempts/${attempt}`)
  await expect(page.getByText(/^Mock interview, handed in .* by the clock/)).toBeVisible()
  await expect(page.getByText('L6:', { exact: true })).toBeVisible()
  const { handedInAtMs, endsAtMs: endedAtMs } = await standing()
  expect(handedInAtMs).toBe(endedAtMs)

  // The review: what was asked, how it was met, and the sitting played again.
  const asked = page.getByRole('region', { name: 'What the interviewer asked' })
  await expect(asked.getByRole('listitem').filter({ hasText: nemesis.text })).toContainText('min 42')
  const thrown = page.getByRole('region', { name: 'Curveballs' }).getByRole('listitem')
  await expect(thrown.filter({ hasText: nemesis.text })).toContainText('Answered after it came')
  await expect(thrown.filter({ hasText: 'Somebody famous' })).toContainText('Answered after it came')
  await page.getByRole('navigation', { name: 'Review' }).getByRole('link', { name: 'Replay' }).click()
  const scrubber = page.getByRole('slider', { name: 'Minute of the sitting' })
  await expect(scrubber).toHaveAttribute('aria-valuetext', /^Minute (59|60) of (59|60)/)
  await scrubber.press('Home')
  await expect(scrubber).toHaveAttribute('aria-valuetext', /^Minute 1 of/)
})
