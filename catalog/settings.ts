import { resolve } from 'node:path'

/** Where content is. The one place of the catalog that reads the environment. */
export type CatalogSettings = {
  /** The folder that holds content/ and generated/. */
  readonly root: string
  /** An author's own content, laid over ours. */
  readonly contentFolder: string | undefined
  readonly dataFolder: string
  /** Look for a newer catalog on every call (while developing). */
  readonly watch: boolean
}

export function readCatalogSettings(env: NodeJS.ProcessEnv = process.env, root: string = process.cwd()): CatalogSettings {
  return {
    root,
    contentFolder: env.CONTENT_DIR ? resolve(root, env.CONTENT_DIR) : undefined,
    dataFolder: resolve(root, env.DATA_DIR || 'data'),
    watch: env.NODE_ENV !== 'production',
  }
}
