import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client'
import * as integration from '@apollo/client-integration-nextjs'
import { print } from 'graphql'
import { settings } from '@/lib/network/settings'
import { postOperation } from '@/lib/subgraph/transport'

/** An Apollo client over this copy's ranked endpoints. Its cache is not the freshness cache (lib/data/cache.ts is). */
function createSubgraphClient(): ApolloClient {
  const link = new ApolloLink(
    (operation) =>
      new Observable((observer) => {
        postOperation(settings().subgraph, print(operation.query), operation.variables).then(
          (answer) => {
            observer.next(answer)
            observer.complete()
          },
          (error: unknown) => observer.error(error),
        )
      }),
  )
  return new ApolloClient({
    link,
    cache: new InMemoryCache(),
    defaultOptions: { query: { fetchPolicy: 'no-cache' } },
  })
}

type Register = (create: () => ApolloClient) => { getClient: () => ApolloClient }

// The package offers registerApolloClient to server components only; scripts and tests take a client as it is.
const register: Register | undefined =
  'registerApolloClient' in integration ? integration.registerApolloClient : undefined

/** The client of the present request in server components and route handlers. */
export const getSubgraphClient: () => ApolloClient = register
  ? register(createSubgraphClient).getClient
  : createSubgraphClient
