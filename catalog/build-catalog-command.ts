import { runBuildCatalog } from './build-catalog.ts'

// The entry of the bundle in generated/build, for `node scripts/build-catalog.mjs` and for a server that compiles an author's content.
process.exitCode = await runBuildCatalog(process.argv.slice(2), line => console.log(line))
