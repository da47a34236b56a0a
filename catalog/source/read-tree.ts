import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

export type SourceFile = { readonly path: string; readonly shown: string; readonly text: string }

/** A content folder, and the name by which messages call it (`content`). */
export type Root = { readonly folder: string; readonly shown: string }

/** A slug or a file that stands in two folders; nobody can say which is meant. */
type Clash = { readonly owner: string; readonly file: SourceFile }

export type Tree = { readonly files: readonly SourceFile[]; readonly clashes: readonly Clash[] }

/** A lesson or a drill is one thing, however many files it has. */
const unitOf = (path: string) => {
  const parts = path.split('/')
  return parts[0] === 'lessons' || parts[0] === 'drills' ? parts.slice(0, 2).join('/') : path
}

/**
 * Reads every YAML and MDX file of the content folders, later folders laid over earlier ones. A lesson, drill or file that two folders
 * have is a clash and the earlier one stays; plan.yaml is the exception: the later one is the plan. Throws when a folder cannot be read.
 */
export async function readTree(roots: readonly Root[]): Promise<Tree> {
  const files = new Map<string, SourceFile>()
  const owners = new Map<string, string>()
  const clashes = new Map<string, Clash>()
  for (const root of roots) {
    for (const path of await contentPaths(root.folder)) {
      const file = { path, shown: `${root.shown}/${path}`, text: await readFile(join(root.folder, path), 'utf8') }
      const unit = unitOf(path)
      const owner = owners.get(unit)
      if (owner !== undefined && owner !== root.shown && path !== 'plan.yaml') {
        if (!clashes.has(unit)) clashes.set(unit, { owner: `${owner}/${unit}`, file })
        continue
      }
      owners.set(unit, root.shown)
      files.set(path, file)
    }
  }
  return { files: [...files.values()], clashes: [...clashes.values()] }
}

async function contentPaths(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter(entry => entry.isFile() && /\.(ya?ml|mdx)$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name).slice(folder.length).replaceAll('\\', '/').replace(/^\/+/, ''))
    .filter(path => !path.split('/').some(part => part.startsWith('.')))
    .sort()
}
