import type { Gateway, Identity, Lifetime, Route } from '@machshop/gateway';
import { b2mmlRoutes } from '../../../../subgraphs/integration/src/http.ts';

/** What the gateway serves beside GraphQL. */
export const plantRoutes = (gateway: () => Gateway): readonly Route[] => [
  ...b2mmlRoutes<Identity, Lifetime>({ run: (request) => gateway().run(request) }),
  // who types the bare address into a browser wants to see something
  {
    method: 'GET',
    path: '/',
    anonymous: true,
    handle: async () => ({ status: 302, headers: { location: '/graphql' }, body: '' }),
  },
];
