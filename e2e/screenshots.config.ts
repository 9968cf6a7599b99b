import { defineConfig } from '@playwright/test'
import base from '@/e2e/playwright.config'

/** Pictures of every page in both themes, on a phone and on a desktop: `npm run screenshots`. Asserts nothing. */
export default defineConfig(base, {
  testDir: './screenshots',
  testMatch: '*.shots.ts',
  reporter: [['list']],
})
