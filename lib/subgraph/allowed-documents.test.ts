import { readdirSync } from 'node:fs'
import { type DocumentNode, print } from 'graphql'
import { expect, it } from 'vitest'
import { allowedDocuments } from '@/lib/subgraph/allowed-documents'

it('lists every document of the site once', async () => {
  const folder = new URL('documents/', import.meta.url)
  const modules = await Promise.all(
    readdirSync(folder).map((name) => import(`./documents/${name}`) as Promise<Record<string, DocumentNode>>),
  )
  const texts = modules.flatMap((exported) => Object.values(exported).map((document) => print(document)))
  expect(allowedDocuments.map(({ text }) => text).toSorted()).toEqual(texts.toSorted())
  expect(new Set(allowedDocuments.map(({ hash }) => hash)).size).toBe(allowedDocuments.length)
  expect(new Set(allowedDocuments.map(({ name }) => name)).size).toBe(allowedDocuments.length)
})
