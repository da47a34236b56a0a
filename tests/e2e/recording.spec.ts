import AxeBuilder from '@axe-core/playwright'
import config from '../../playwright.config.ts'
import { createAccount, expect, saved, startDrill, test } from './people.ts'
import { letTimePass } from './time.ts'

const { launchOptions } = config.use ?? {}
test.use({
  launchOptions: { ...launchOptions, args: [...(launchOptions?.args ?? []), '--use-fake-device-for-media-stream'] },
})

test('a recording survives a reload, is heard beside the replay, and is kept or deleted as one chooses', async ({
  page,
  person,
  context,
  browser,
  baseURL,
}) => {
  expect(person.name).toBeTruthy()
  await context.grantPermissions(['microphone'])
  const attempt = await startDrill(page, 'url-shortener', /Start the clock/)
  const recording = page.getByRole('status').filter({ hasText: /^Recording$/ })

  // Off until it is clicked; the page that the drill was started from may not use the microphone, the sitting's own may.
  await expect(recording).toHaveCount(0)
  await page.getByRole('button', { name: 'Record what I say' }).click()
  await expect(recording).toBeVisible()
  expect((await new AxeBuilder({ page }).analyze()).violations.map(v => v.id)).toEqual([])
  await page.getByRole('button', { name: 'Pause the recording' }).click()
  await expect(page.getByText('Recording paused')).toBeVisible()

  // A page that is gone without a word has kept all but the last ten seconds.
  await letTimePass(attempt, 2)
  await page.reload()
  await page.getByRole('button', { name: 'Record what I say' }).click()
  await expect(recording).toBeVisible()
  await page.waitForTimeout(10_500)
  await saved(page)
  await page.reload()
  await expect(page.getByText('The recording stopped with the page.')).toBeVisible()
  await letTimePass(attempt, 2)
  await page.reload()
  await page.getByRole('button', { name: /^Record/ }).click()
  await expect(recording).toBeVisible()
  await page.waitForTimeout(2_000)
  await page.getByRole('button', { name: 'Hand in' }).click()
  await page.getByRole('button', { name: 'Hand in and see the score' }).click()
  await page.waitForURL(`**/attempts/${attempt}`)

  await page.goto(`/attempts/${attempt}/replay`)
  const said = page.getByRole('region', { name: 'What you said' })
  const stretches = said.getByRole('list', { name: 'Stretches' }).getByRole('button')
  await expect(stretches).toHaveText([/^0:\d\d to 0:/, /^2:\d\d to 2:/, /^4:\d\d to 4:/])
  const scrubber = page.getByRole('slider', { name: 'Minute of the sitting' })
  await expect(scrubber).toHaveAttribute('aria-valuetext', /^Minute 5 of 5/)
  expect((await new AxeBuilder({ page }).analyze()).violations.map(v => v.id)).toEqual([])

  // Playing moves the minutes, and goes on with the next stretch by itself.
  await said.getByRole('button', { name: 'Play' }).click()
  await expect(scrubber).toHaveAttribute('aria-valuetext', /^Minute 1 of 5/)
  await expect(scrubber).toHaveAttribute('aria-valuetext', /^Minute 3 of 5/)
  await expect(said).toContainText(/2:\d\d/)
  // The minutes move the sound.
  const moment = () => page.evaluate(() => document.querySelector('audio')?.currentTime ?? -1)
  await stretches.nth(1).click()
  await said.getByRole('button', { name: 'On 10 s' }).click()
  await expect.poll(moment).toBeGreaterThan(8)
  await said.getByRole('button', { name: 'Pause' }).click()
  await scrubber.fill('3')
  await expect(said).toContainText(/3:00.*Nothing was recorded here; what follows begins at 4:/)
  await scrubber.fill('4')
  await said.getByRole('button', { name: 'Play' }).click()
  await expect(said.getByRole('button', { name: 'Pause' })).toBeVisible()
  await expect.poll(moment).toBeGreaterThan(0.2)

  // Kept on the server only when that is chosen, for its owner alone.
  await expect(said).toContainText('The server has none of it.')
  await said.getByRole('button', { name: 'Keep it on this server' }).click()
  await expect(said).toContainText(/On this server: 0\.\d MB, for you alone/)
  await said.getByRole('button', { name: 'Delete it from this device' }).click()
  await said.getByRole('button', { name: 'Delete it from this device for good' }).click()
  await page.reload()
  await expect(stretches).toHaveCount(3)
  const asked = page.waitForResponse(r => /\/recordings\/[0-9a-f-]{36}$/.test(r.url()))
  await stretches.nth(1).click()
  const sound = (await asked).url()
  await said.getByRole('button', { name: 'Play' }).click()
  await said.getByRole('button', { name: 'On 10 s' }).click()
  await expect.poll(moment).toBeGreaterThan(8)
  const part = await page.request.get(sound, { headers: { range: 'bytes=0-3' } })
  expect(part.status()).toBe(206)
  expect(part.headers()).toMatchObject({ 'content-type': 'audio/webm', 'x-content-type-options': 'nosniff' })
  expect([...(await part.body())]).toEqual([0x1a, 0x45, 0xdf, 0xa3])
  expect((await page.request.get(sound, { headers: { range: 'bytes=99999999-' } })).status()).toBe(416)
  const stranger = await (await browser.newContext(baseURL ? { baseURL } : {})).newPage()
  expect((await stranger.request.get(sound)).status()).toBe(401)
  await stranger.goto('/sign-up')
  await createAccount(stranger, { name: 'Sam Stranger', email: `sam-${attempt.toLowerCase()}@example.org` }, /Create the account/)
  expect((await stranger.request.get(sound)).status()).toBe(404)
  await stranger.context().close()

  await said.getByRole('button', { name: 'Delete it from the server' }).click()
  await said.getByRole('button', { name: 'Delete it from the server for good' }).click()
  await expect(page.getByText('The recording is deleted from the server.')).toBeVisible()
  expect((await page.request.get(sound)).status()).toBe(404)
})

test('a microphone that is refused is said so, and the sitting goes on', async ({ page, person }) => {
  expect(person.name).toBeTruthy()
  const attempt = await startDrill(page, 'url-shortener', /Sit a mock interview/)
  await page.getByRole('button', { name: 'Record what I say' }).click()
  await expect(page.getByText('Nothing is being recorded')).toBeVisible()
  await expect(page.getByText(/The microphone is not allowed here/)).toBeVisible()
  expect((await new AxeBuilder({ page }).analyze()).violations.map(v => v.id)).toEqual([])
  await page.getByRole('button', { name: 'Put aside' }).click()
  await expect(page.getByText('Nothing is being recorded')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Record on' })).toBeVisible()
  await page.getByRole('button', { name: 'Hand in' }).click()
  await page.getByRole('button', { name: 'Hand in and see the score' }).click()
  await page.waitForURL(`**/attempts/${attempt}`)
  const breaks = page.getByRole('region', { name: 'What breaks first' })
  await expect(breaks).toContainText('It cannot be run to see: the design has no flow.')
  await expect(breaks.getByRole('button')).toHaveCount(0)
})

test('only the page of a sitting may ask for the microphone', async ({ page, person }) => {
  expect(person.name).toBeTruthy()
  const attempt = await startDrill(page, 'warm-up', /Start/)
  const policy = async (path: string) => (await page.request.get(path)).headers()['permissions-policy']
  expect(await policy(`/sit/${attempt}`)).toContain('microphone=(self)')
  for (const path of ['/today', '/drills', `/shared/${'x'.repeat(43)}`]) expect(await policy(path)).toContain('microphone=()')
})
