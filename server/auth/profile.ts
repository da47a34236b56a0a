import 'server-only'
import { updateProfile as updateProfileWith } from './accounts.ts'
import { authDeps } from './deps.ts'

/** Changes what a person says about themselves; fields that are left out stay. Wrong ones come back by name. */
export const updateProfile = async (userId: string, patch: unknown) => updateProfileWith(await authDeps(), userId, patch)
