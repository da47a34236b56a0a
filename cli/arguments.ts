import { type ParseArgsConfig, parseArgs } from 'node:util'

type Options = NonNullable<ParseArgsConfig['options']>
type Parsed<T extends Options> = ReturnType<typeof parseArgs<{ options: T; allowPositionals: true; strict: true }>>

/** Reads the words of a command line; a wrong one comes back as a message. */
export function readArguments<const T extends Options>(
  words: readonly string[],
  options: T,
): { ok: true; parsed: Parsed<T> } | { ok: false; message: string } {
  try {
    return { ok: true, parsed: parseArgs({ args: [...words], options, allowPositionals: true, strict: true }) }
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) }
  }
}
