// Sees to a Chromium for the end-to-end tests: the one that is there, else the system's package, else Playwright's own download.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const found = () =>
  [
    process.env.CHROMIUM_PATH,
    chromium.executablePath(),
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ].find(path => path && existsSync(path))

const tryTo = (command, args) =>
  spawnSync(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0

if (!found() && existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
  console.log('Installing Chromium from the system packages ...')
  tryTo('apt-get', ['update', '-qq']) && tryTo('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'])
}
if (!found()) {
  console.log("Installing Playwright's Chromium ...")
  tryTo(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'])
}
if (!found()) {
  console.error('No Chromium could be installed. Install one and name it: CHROMIUM_PATH=/path/to/chromium npm test')
  process.exit(1)
}
