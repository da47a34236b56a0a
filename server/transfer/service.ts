import 'server-only'
import { attemptDeps } from '../attempts/service.ts'
import * as exporting from './export-all.ts'
import * as importing from './import-all.ts'

/** Everything of one person. */
export const exportAll = async (userId: string) => exporting.exportAll(await attemptDeps(), userId)
/** What an import would add. */
export const previewImport = async (userId: string, bytes: Uint8Array) =>
  importing.previewImport(await attemptDeps(), userId, bytes)
/** Adds what the account lacks. */
export const importAll = async (userId: string, bytes: Uint8Array, options: { readonly settings: boolean }) =>
  importing.importAll(await attemptDeps(), userId, bytes, options)
