import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'
import { createPerson, testDeps } from '#tests/factories/attempt-deps.ts'
import { openTestDatabase } from '#tests/factories/test-database.ts'
import { prepareDatabase } from '../db/open.ts'
import { loadAttempt } from './load-attempt.ts'
import { startAttempt } from './start-attempt.ts'

const root = join(import.meta.dirname, '../..')

describe('a server that is killed between two saves', () => {
  it('has lost nothing that it had acknowledged, however often it is killed', async () => {
    const { db, url, close } = await openTestDatabase('sqlite')
    const deps = testDeps(db, Date.now)
    // Inside the repository, so that it finds the packages.
    const script = join(root, 'generated/build/saving-child.mjs')
    const entryPoints = [join(root, 'tests/factories/saving-child.ts')]
    await build({
      entryPoints,
      outfile: script,
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      logLevel: 'error',
    })
    for (const acknowledged of [1, 40]) {
      const userId = await createPerson(db)
      const started = await startAttempt(deps, userId, { drillSlug: 'small-drill', mode: 'drill', level: 'L6' })
      if (!started.ok) throw new Error(started.error.message)
      const child = spawn(process.execPath, [script, url, userId, started.attemptId], {
        cwd: root,
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const exited = once(child, 'exit')
      const lines: string[] = []
      for await (const line of createInterface({ input: child.stdout })) {
        lines.push(line)
        if (lines.length === acknowledged) child.kill('SIGKILL')
      }
      await exited
      expect(lines.length).toBeGreaterThanOrEqual(acknowledged)

      await prepareDatabase(url, join(root, 'prisma'))
      const view = await loadAttempt(deps, userId, started.attemptId)
      // One more may have been on its way to the disk when the end came.
      const [last = '', id] = (lines.at(-1) ?? '').split(' ')
      expect(view?.headSeq).toBeGreaterThanOrEqual(Number(last))
      expect(view?.submission.worksheet).toMatch(new RegExp(`^n = ${view?.headSeq}\n`))
      expect(
        await db.revision.findUnique({ where: { attemptId_id: { attemptId: started.attemptId, id: id ?? '' } } }),
      ).not.toBeNull()
    }
    await close()
  })
})
