import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { fidelity } from '#tests/factories/fidelity.ts'

const file = join(resolve(import.meta.dirname, '../..'), 'docs', 'fidelity.md')

it('docs/fidelity.md says what the simulator does today (vitest -u writes it anew)', async () => {
  expect(existsSync(file) && readFileSync(file, 'utf8').length > 0).toBe(true)
  await expect(fidelity()).toMatchFileSnapshot(file)
}, 60_000)
