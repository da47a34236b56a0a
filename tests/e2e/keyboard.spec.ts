import { expect, startDrill, test } from './people.ts'

test('a design is written and handed in by keyboard alone', async ({ page, person }) => {
  expect(person.name).toBeTruthy()
  const attempt = await startDrill(page, 'warm-up', /Start the warm-up/)
  const key = (name: string) => page.keyboard.press(name)
  const tabTo = async (name: RegExp) => {
    for (let i = 0; i < 60; i += 1) {
      const focused = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')
      if (name.test(focused)) return
      await key('Tab')
    }
    throw new Error(`Tab never reached ${name}`)
  }
  await tabTo(/^Add a functional requirement$/)
  await key('Enter')
  await page.keyboard.type('Count visits')
  await key('Control+Enter')
  await page.keyboard.type('Show the count')
  await expect(page.getByRole('listitem', { name: 'functional requirement 2' }).getByLabel('What a user can do')).toHaveValue(
    'Show the count',
  )

  // Alt+Down goes to the next part and into its first field.
  for (let i = 0; i < 4; i += 1) await key('Alt+ArrowDown')
  await expect(page.getByRole('heading', { level: 2, name: 'Architecture' })).toBeVisible()
  await tabTo(/^Add a flow$/)
  await key('Enter')
  await page.keyboard.type('Visit')
  await key('Tab')
  await page.keyboard.type('browser > web > redis')
  await key('Enter')
  await expect(page.getByRole('listitem', { name: 'component 3' })).toBeVisible()

  await key('Alt+w')
  await expect(page.getByRole('textbox', { name: 'Worksheet' })).toBeFocused()
  await page.keyboard.type('visits = 10M /day')
  await expect(page.getByText('116 /s').first()).toBeVisible()
  // Tab leaves the editor: it is no trap.
  await key('Tab')
  await expect(page.getByRole('textbox', { name: 'Worksheet' })).not.toBeFocused()

  await key('Control+k')
  await page.getByPlaceholder('data, hand in, worksheet').fill('hand')
  await key('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await tabTo(/^Hand in and see the score$/)
  await key('Enter')
  await page.waitForURL(`**/attempts/${attempt}`)
  await expect(page.getByText('L6:', { exact: true })).toBeVisible()
})
