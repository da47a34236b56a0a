import { configDefaults, defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Vitest leaves one core free, which is half of a small machine.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{engine,catalog,cli}/**/*.test.ts', 'tests/{structure,golden}/**/*.test.ts'],
          exclude: [...configDefaults.exclude],
          // Some open a database, which takes seconds on a busy machine; nothing here measures time.
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        // `server-only` throws outside a server build; the tests are the server.
        resolve: { alias: { 'server-only': new URL('./tests/server-only.ts', import.meta.url).pathname } },
        test: {
          name: 'server',
          env: { LOG_LEVEL: 'silent' },
          globalSetup: './tests/factories/postgres-snapshot.ts',
          include: ['server/**/*.test.ts', 'scripts/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      { test: { name: 'components', include: ['components/**/*.test.tsx'], environment: 'happy-dom' } },
    ],
  },
})
