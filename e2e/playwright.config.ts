import { defineConfig } from '@playwright/test'
import { takeStack } from '@/e2e/fixtures/stack'
import { chromiumArguments, findChromium } from '@/scripts/lib/chromium'

takeStack()

/**
 * Each worker has a chain and a site of its own, and every test starts from the same snapshot of that chain. The global setup
 * starts them on free ports. A test mostly waits for blocks and answers, so two workers fill two cores.
 */
export default defineConfig({
  testDir: './specs',
  globalSetup: './global-setup.ts',
  outputDir: '../test-results',
  workers: process.env.E2E_SITE_URL && !process.env.E2E_STACKS ? 1 : 2,
  fullyParallel: true,
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
