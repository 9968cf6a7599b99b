import { expect, test } from 'vitest'
import { GET, POST } from '@/app/api/[...rest]/route'

test.each([GET, POST])(
  'an address that the API does not have is answered with an error, not a page',
  async (route) => {
    const response = route(new Request('http://site/api/none'))
    expect(response.status).toBe(404)
    expect(await response.json()).toEqual({ error: { message: 'There is no such address here.' } })
  },
)
