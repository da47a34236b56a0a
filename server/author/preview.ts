import 'server-only'
import { type Dirent, existsSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Catalog, getCatalog, loadCatalog } from '#catalog/catalog.ts'
import { readCatalogSettings } from '#catalog/settings.ts'

type Preview = {
  /** The author's folder; undefined when CONTENT_DIR is not set. */
  readonly folder: string | undefined
  /** Changes with every change of a file in it. */
  readonly stamp: string
  readonly catalog: Catalog
}

let kept: { readonly stamp: string; readonly catalog: Promise<Catalog> } | undefined

/** The content as it stands on the disk now, compiled again when a file of the author has changed; the running server keeps what it started with. */
export async function previewContent(): Promise<Preview> {
  const settings = readCatalogSettings()
  if (settings.contentFolder === undefined) return { folder: undefined, stamp: 'none', catalog: await getCatalog() }
  const stamp = await contentStamp()
  if (kept?.stamp !== stamp) {
    const catalog = loadCatalog(settings)
    kept = { stamp, catalog }
    catalog.catch(() => {
      kept = undefined
    })
  }
  return { folder: settings.contentFolder, stamp, catalog: await kept.catalog }
}

/** The newest change in the author's folder and the number of its files; `none` without a folder. */
export async function contentStamp(): Promise<string> {
  const { contentFolder } = readCatalogSettings()
  if (contentFolder === undefined || !existsSync(contentFolder)) return 'none'
  const entries: Dirent[] = await readdir(contentFolder, { recursive: true, withFileTypes: true })
  const files = entries.filter(entry => entry.isFile())
  const times = await Promise.all(
    files.map(async file => (await stat(join(file.parentPath, file.name)).catch(() => undefined))?.mtimeMs ?? 0),
  )
  return `${files.length}-${Math.max(0, ...times)}`
}
