import packageJson from '../package.json' with { type: 'json' }

/** The version of this Tenfold. */
export const version = packageJson.version
