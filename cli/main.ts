import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { contentCommand } from './commands/content.ts'
import { diagnoseCommand } from './commands/diagnose.ts'
import { estimateCommand } from './commands/estimate.ts'
import { rubricCommand } from './commands/rubric.ts'
import { scoreCommand } from './commands/score.ts'
import { simulateCommand } from './commands/simulate.ts'
import { sizeCommand } from './commands/size.ts'
import { type Command, exit, type Terminal } from './terminal.ts'

/** A command of the database: its modules, the database's driver among them, are loaded when it runs. */
const lazily = (usage: readonly string[], load: () => Promise<Command['run']>): Command => ({
  usage,
  run: async (words, terminal) => (await load())(words, terminal),
})

const commands: Readonly<Record<string, Command>> = {
  estimate: estimateCommand,
  diagnose: diagnoseCommand,
  size: sizeCommand,
  simulate: simulateCommand,
  score: scoreCommand,
  read: lazily(
    ['tenfold read --jsonl [FILE]                  what a frame recognizes in prose, a text a line'],
    async () => (await import('./commands/read.ts')).runRead,
  ),
  content: contentCommand,
  rubric: rubricCommand,
  user: lazily(
    [
      'tenfold user list                            who has an account',
      'tenfold user reset EMAIL                     give a forgotten password a new one',
    ],
    async () => (await import('./commands/user.ts')).runUser,
  ),
  backup: lazily(
    ['tenfold backup FILE                          copy the SQLite database into a new file'],
    async () => (await import('./commands/backup.ts')).runBackup,
  ),
  restore: lazily(
    ['tenfold restore FILE                         put a backup in the place of the database'],
    async () => (await import('./commands/restore.ts')).runRestore,
  ),
}

const help = () =>
  [
    'Usage: npx tenfold COMMAND',
    '',
    ...Object.values(commands).flatMap(command => command.usage.map(line => `  ${line}`)),
    '',
    '  tenfold --version',
    '  tenfold --help',
  ].join('\n')

/** Runs one command line. Returns the exit status; never throws for bad input. */
export async function main(words: readonly string[], root: string): Promise<number> {
  const terminal: Terminal = {
    root,
    out: line => void process.stdout.write(`${line}\n`),
    err: line => void process.stderr.write(`${line}\n`),
    input: () => text(process.stdin),
    lines: () => createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }),
    env: process.env,
  }
  const [name, ...rest] = words
  if (name === undefined || name === '--help' || name === 'help') {
    terminal.out(help())
    return name === undefined ? exit.unusable : exit.done
  }
  if (name === '--version') {
    terminal.out(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version)
    return exit.done
  }
  const command = commands[name]
  if (!command) {
    terminal.err(`tenfold: there is no command "${name}". Run "npx tenfold --help" for the list.`)
    return exit.unusable
  }
  return command.run(rest, terminal)
}
