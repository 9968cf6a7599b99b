import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { sitePages } from '@/lib/search/site-pages'

/* The gallery of the design exists in development only. */
it('names every page of the site that is not about one account, poll or proposal', () => {
  const pages = readdirSync(new URL('../../app', import.meta.url), { recursive: true, encoding: 'utf8' })
    .filter((path) => /(^|\/)page\.tsx$/.test(path) && !path.includes('[') && !path.startsWith('design/'))
    .map((path) => `/${path.replace(/\/?page\.tsx$/, '')}`)
  expect(sitePages.map(({ path }) => path).toSorted()).toEqual(pages.toSorted())
})
