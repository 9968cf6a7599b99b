import next from 'eslint-config-next/core-web-vitals'
import nextTypescript from 'eslint-config-next/typescript'
import boundaries from 'eslint-plugin-boundaries'
import jsxA11y from 'eslint-plugin-jsx-a11y'

const folders = ['app', 'components', 'hooks', 'lib', 'devnet', 'e2e', 'scripts']

const config = [
  {
    ignores: [
      '.next/**',
      'node_modules/**',
      'devnet/artifacts/**',
      'next-env.d.ts',
      'stubs/**',
      '.cache/**',
      'test-results/**',
      'lib/subgraph/graphql-env.d.ts',
    ],
  },
  ...next,
  ...nextTypescript,
  {
    rules: {
      ...jsxA11y.flatConfigs.strict.rules,
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/ban-ts-comment': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Use a union type or a const table instead of an enum.' },
        { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file that defines it.' },
      ],
      'no-console': ['error', { allow: ['error', 'warn'] }],
      'react-hooks/exhaustive-deps': 'error',
    },
  },
  {
    files: ['{app,components,hooks,lib,devnet,e2e,scripts}/**/*.{ts,tsx}', '*.ts'],
    plugins: { boundaries },
    settings: {
      'boundaries/elements': [
        { type: 'protocol', pattern: 'lib/protocol/**/*', mode: 'full' },
        { type: 'format', pattern: 'lib/format/**/*', mode: 'full' },
        ...folders.map((type) => ({ type, pattern: `${type}/**/*`, mode: 'full' })),
      ],
      'import/resolver': { typescript: { project: 'tsconfig.json' } },
    },
    rules: {
      'boundaries/element-types': [
        'error',
        {
          default: 'disallow',
          message:
            '${file.type} must not import ${dependency.type}: imports point app → components → hooks → lib (ARCHITECTURE.md).',
          rules: [
            { from: 'protocol', allow: ['protocol', 'format'] },
            { from: 'format', allow: ['protocol', 'format'] },
            { from: 'lib', allow: ['lib', 'protocol', 'format'] },
            { from: 'hooks', allow: ['hooks', 'lib', 'protocol', 'format'] },
            { from: 'components', allow: ['components', 'hooks', 'lib', 'protocol', 'format'] },
            { from: 'app', allow: ['app', 'components', 'hooks', 'lib', 'protocol', 'format'] },
            { from: 'devnet', allow: ['devnet', 'lib', 'protocol', 'format'] },
            {
              from: ['e2e', 'scripts'],
              allow: ['e2e', 'scripts', 'devnet', 'lib', 'protocol', 'format', 'hooks'],
            },
          ],
        },
      ],
    },
  },
  {
    files: ['lib/{protocol,format}/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'process', message: 'Rules are pure: pass values in.' },
        { name: 'fetch', message: 'Rules are pure: no I/O.' },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time is an argument of a rule.' },
        { object: 'Math', property: 'random', message: 'Rules are deterministic.' },
      ],
    },
  },
  {
    files: ['devnet/**/*.ts', 'scripts/**/*.ts', 'e2e/**/*.ts'],
    rules: { 'no-console': 'off', 'react-hooks/rules-of-hooks': 'off' },
  },
  {
    files: ['e2e/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@playwright/test',
              importNames: ['test'],
              message: "Import { test } from '@/e2e/fixtures/test': it carries the guards.",
            },
          ],
        },
      ],
      'no-restricted-properties': [
        'error',
        { property: 'waitForTimeout', message: 'No fixed waits: wait for what the reader sees.' },
      ],
    },
  },
  { files: ['e2e/fixtures/test.ts'], rules: { 'no-restricted-imports': 'off' } },
]

export default config
