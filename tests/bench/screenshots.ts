// The two pictures of the README, taken from the running application with the solid exemplar entered.
import { statSync } from 'node:fs'
import { startServer, temporaryFolder } from './server.ts'
import { exemplar, handIn, signedIn, startAttempt } from './visitor.ts'

const PORT = 3154
const MOST_BYTES = 250_000

const data = temporaryFolder()
const server = await startServer(PORT, data.path)
try {
  const { page, close } = await signedIn(server.base)
  const shoot = async (name: string) => {
    const path = `docs/images/${name}.png`
    await page.evaluate(() => document.fonts.ready)
    await page.mouse.move(1439, 899)
    await page.screenshot({ path, animations: 'disabled', caret: 'hide' })
    const { size } = statSync(path)
    if (size > MOST_BYTES) throw new Error(`${path} has ${size} bytes; ${MOST_BYTES} at most.`)
    console.log(`${path}: ${Math.round(size / 1000)} KB`)
  }
  const attempt = await startAttempt(page, 'url-shortener', exemplar('url-shortener', 'solid'))
  await page.goto(`/sit/${attempt}`)
  const part = (title: string) =>
    page.getByRole('navigation', { name: 'Parts of the submission' }).getByRole('button', { name: title }).click()
  await part('Architecture')
  await page.keyboard.press('Alt+w')
  await page.getByRole('textbox', { name: 'Worksheet' }).waitFor()
  await part('Architecture')
  await page.waitForLoadState('networkidle')
  await shoot('workspace')
  await handIn(page, attempt)
  await page.goto(`/attempts/${attempt}`, { waitUntil: 'networkidle' })
  await shoot('score')
  await close()
} finally {
  await server.stop()
  data.drop()
}
