import { defineConfig } from 'prisma/config'

// One set of models, two databases: the address decides which schema and which migrations the Prisma CLI works on.
const url = process.env.DATABASE_URL ?? 'file:./data/tenfold.db'
const provider = /^postgres(ql)?:/.test(url) ? 'postgresql' : 'sqlite'

export default defineConfig({
  schema: `prisma/${provider}`,
  migrations: { path: `prisma/${provider}/migrations` },
  datasource: { url },
})
