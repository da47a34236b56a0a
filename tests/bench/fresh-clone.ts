// From a fresh clone of what is committed to the first page. The download of the packages is told apart.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { print, rounded } from './figures.ts'
import { startServer, temporaryFolder } from './server.ts'

const PORT = 3151

const folder = temporaryFolder()
try {
  const clone = join(folder.path, 'tenfold')
  const stdio = ['ignore', 'ignore', 'inherit'] as const
  execFileSync('git', ['clone', '--quiet', process.cwd(), clone], { stdio: [...stdio] })
  const from = performance.now()
  execFileSync('npm', ['ci', '--prefer-offline', '--no-audit', '--no-fund', '--silent'], { cwd: clone, stdio: [...stdio] })
  const packagesMs = performance.now() - from
  const server = await startServer(PORT, join(clone, 'data'), { cwd: clone })
  await server.stop()
  print({
    figures: [
      {
        id: 'fresh-clone',
        what: 'Fresh clone to the first page, packages apart',
        figure: rounded(server.firstByteMs / 1000),
        unit: 's',
        bound: { most: 240 },
        note: `npm ci took ${rounded(packagesMs / 1000)} s more`,
      },
    ],
  })
} finally {
  folder.drop()
}
