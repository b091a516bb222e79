import type { Gateway, Route } from '@machshop/gateway';
import { b2mmlRoutes } from '../../../../subgraphs/integration/src/http.ts';

/** What the gateway serves beside GraphQL. */
export const plantRoutes = (gateway: () => Gateway): readonly Route[] =>
  b2mmlRoutes({ run: (request) => gateway().run(request) });
