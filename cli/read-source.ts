import { readFile } from 'node:fs/promises'
import type { Terminal } from './terminal.ts'

export type Source = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly message: string }

/** What a message calls the input. */
export const nameOfSource = (file: string) => (file === '-' ? 'standard input' : file)

/** The text of a file, or of standard input for "-". What cannot be read comes back as a message that names it. */
export async function readSource(file: string, terminal: Terminal): Promise<Source> {
  try {
    const text = file === '-' ? await terminal.input() : await readFile(file, 'utf8')
    return { ok: true, text: text.startsWith('\uFEFF') ? text.slice(1) : text }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    const why =
      code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : `it cannot be read (${String(code)})`
    return { ok: false, message: `${file}: ${why}.` }
  }
}
