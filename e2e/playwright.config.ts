import { defineConfig } from '@playwright/test'
import { chromiumArguments, findChromium } from '@/scripts/lib/chromium'

/**
 * One chain, one site and one worker: every test starts from the same snapshot of the chain.
 * The global setup starts the local network and the production server on free ports.
 */
export default defineConfig({
  testDir: './specs',
  globalSetup: './global-setup.ts',
  outputDir: '../test-results',
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME || '../.cache/playwright.json' }],
  ],
  use: {
    baseURL: process.env.E2E_SITE_URL,
    headless: true,
    launchOptions: { executablePath: findChromium(), args: chromiumArguments },
    trace: process.env.E2E_TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    locale: 'en-GB',
    timezoneId: 'UTC',
  },
})
