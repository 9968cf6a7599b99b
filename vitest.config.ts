import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '')
const shared = { resolve: { alias: { '@': root } } }

/**
 * Three levels of the suite (see CONTRIBUTING.md): pure rules, the local network against itself,
 * and the site's data and transaction machinery against the local network without a browser.
 */
export default defineConfig({
  test: {
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          include: ['{lib,components,hooks,app,scripts}/**/*.test.{ts,tsx}'],
          environment: 'node',
        },
      },
      {
        ...shared,
        test: {
          name: 'devnet',
          include: ['devnet/**/*.test.ts'],
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: true,
          maxWorkers: 2,
        },
      },
      {
        ...shared,
        test: {
          name: 'chain',
          include: ['e2e/chain/**/*.test.ts'],
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 180_000,
          maxWorkers: 2,
        },
      },
    ],
  },
})
