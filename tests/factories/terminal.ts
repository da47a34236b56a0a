import { resolve } from 'node:path'
import type { Terminal } from '../../cli/terminal.ts'

const repository = resolve(import.meta.dirname, '../..')

/** A terminal that keeps what is printed, line by line. */
export function testTerminal({
  input = '',
  root = repository,
  env = {},
}: {
  input?: string
  root?: string
  env?: Readonly<Record<string, string>>
} = {}) {
  const out: string[] = []
  const err: string[] = []
  const terminal: Terminal = {
    root,
    out: line => void out.push(line),
    err: line => void err.push(line),
    input: async () => input,
    env: { NODE_ENV: 'test', ...env },
  }
  return { terminal, out, err }
}
