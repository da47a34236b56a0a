import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { readArguments } from '../arguments.ts'
import { type Command, exit } from '../terminal.ts'

const options = { json: { type: 'boolean', default: false }, over: { type: 'string' } } as const

/** `tenfold content check`: every problem of the content at once. The check itself is scripts/build-catalog.mjs. */
export const contentCommand: Command = {
  usage: ['tenfold content check [--over DIR] [--json]   check lessons, drills, plan and reference'],
  async run(words, terminal) {
    const [what, ...rest] = words
    const read = readArguments(rest, options)
    if (what !== 'check' || !read.ok) {
      terminal.err(`tenfold content: ${read.ok ? 'the one thing that it does is "check".' : read.message}`)
      return exit.unusable
    }
    const { json, over } = read.parsed.values
    const flags = ['--check', ...(json ? ['--json'] : []), ...(over === undefined ? [] : ['--over', over])]
    const { status } = spawnSync(process.execPath, [join(terminal.root, 'scripts', 'build-catalog.mjs'), ...flags], {
      stdio: 'inherit',
    })
    return status ?? exit.problems
  },
}
