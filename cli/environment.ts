import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import type { Terminal } from './terminal.ts'

/** The variables as `npm start` reads them: those of the process, over those of `.env` in Tenfold's folder. */
export function readEnvironment({ env, root }: Pick<Terminal, 'env' | 'root'>): Record<string, string | undefined> {
  const file = join(root, '.env')
  return { ...(existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {}), ...env }
}
