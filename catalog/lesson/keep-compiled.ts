import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256 } from '../canonical-json.ts'
import type { Compile } from '../source/read-content.ts'
import type { CompileResult } from './compile-mdx.ts'

/**
 * A compiler that keeps its results in a folder, by the hash of the file's name, its text and `version` (what the compiler itself is). The
 * real compiler is loaded only when something has to be compiled. A result that cannot be read is made anew; problems are not kept.
 */
export function keepCompiled(folder: string, version: string, load: () => Promise<Compile>): Compile {
  return async (file, body) => {
    const path = join(folder, `${sha256(`${version}\n${file}\n${body}`)}.json`)
    const kept = await readKept(path)
    if (kept) return kept
    const compile = await load()
    const result = await compile(file, body)
    if (result.ok) await keep(folder, path, result)
    return result
  }
}

async function readKept(path: string): Promise<CompileResult | undefined> {
  try {
    // Our own file, named by the hash of what it was made from.
    const kept: CompileResult = JSON.parse(await readFile(path, 'utf8'))
    return kept.ok === true && typeof kept.mdx?.code === 'string' ? kept : undefined
  } catch {
    return undefined
  }
}

async function keep(folder: string, path: string, result: CompileResult) {
  await mkdir(folder, { recursive: true })
  // Written aside and renamed: two processes may compile the same lesson at once.
  const aside = `${path}.${process.pid}`
  await writeFile(aside, JSON.stringify(result))
  await rename(aside, path)
}
