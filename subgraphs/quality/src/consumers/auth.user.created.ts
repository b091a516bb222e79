import { defineConsumer } from '@machshop/events';
import { authEvents } from '@machshop/schema/events/auth.ts';
import { ReplicaStore } from '../replica/store.ts';

/** Somebody who may work on a non-conformance. */
export const userCreated = defineConsumer(
  authEvents['user.created'],
  async ({ data, time }, { tx, viewer }) => {
    await new ReplicaStore(tx, viewer.tenantId).putUser({
      id: data.user.id,
      username: data.username,
      asOf: new Date(time),
    });
  },
);
