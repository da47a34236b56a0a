/** What a command needs of the world; tests give their own. */
export type Terminal = {
  /** The folder of Tenfold itself. */
  readonly root: string
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** The whole of standard input. */
  readonly input: () => Promise<string>
  /** Standard input line by line, as it comes. Where it is missing the whole of it is read first. */
  readonly lines?: () => AsyncIterable<string>
  readonly env: NodeJS.ProcessEnv
}

/** Exit statuses, the same for all commands. */
export const exit = { done: 0, problems: 1, unusable: 2 } as const

/** One command: its lines in the help, and what it does with the words after its name. Returns the exit status. */
export type Command = {
  readonly usage: readonly string[]
  readonly run: (words: readonly string[], terminal: Terminal) => Promise<number>
}
