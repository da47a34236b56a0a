import { existsSync } from 'node:fs'
import { chromium, defineConfig } from '@playwright/test'

// Playwright's own browser where it has been fetched, else the system's (scripts/browser.mjs sees to one of them).
const own = existsSync(chromium.executablePath())
const system =
  process.env.CHROMIUM_PATH ??
  ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(path => existsSync(path))
if (!own && !system) throw new Error('No browser: run "npm test", which installs one, or set CHROMIUM_PATH.')
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const port = Number(process.env.E2E_PORT ?? 4313)
export const dataFolder = process.env.E2E_DATA ?? 'data/e2e'

export default defineConfig({
  testDir: 'tests/e2e',
  fullyParallel: false,
  workers: 1,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: process.env.CI ? [['line']] : [['list']],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    trace: 'retain-on-failure',
    launchOptions: own ? { args } : { args, ...(system ? { executablePath: system } : {}) },
  },
  projects: [
    { name: 'owner', testMatch: 'owner.setup.ts' },
    { name: 'journeys', testMatch: '*.spec.ts', dependencies: ['owner'] },
  ],
  webServer: {
    command: `node scripts/e2e-server.mjs ${dataFolder}`,
    url: `http://127.0.0.1:${port}/api/health`,
    env: { PORT: String(port), DATA_DIR: dataFolder, DATABASE_URL: '', LOG_LEVEL: 'warn' },
    reuseExistingServer: process.env.E2E_REUSE === '1',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
    timeout: 300_000,
  },
})
