import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { settingsPage } from '#tests/factories/settings-page.ts'

const file = join(resolve(import.meta.dirname, '../..'), 'docs', 'settings.md')

it('docs/settings.md lists the settings that the simulator reads today (vitest -u writes it anew)', async () => {
  expect(existsSync(file) && readFileSync(file, 'utf8').length > 0).toBe(true)
  await expect(settingsPage()).toMatchFileSnapshot(file)
})
