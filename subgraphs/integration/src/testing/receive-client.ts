import { masterDataEvents } from '@machshop/schema/events/master-data.ts';
import { persona, startTestPlant, type TestPlant } from '@machshop/testing';
import { SIMPLIFIED_SCHEDULE } from '../b2mml/samples.ts';
import { subgraph } from '../subgraph.ts';
import { changeOf, id } from './outgoing-samples.ts';

/** Sends messages to a plant and looks at what became of them, for the tests. */

export interface Message {
  id: string;
  state: string;
  kind: string;
  externalId: string | null;
  content: string;
  errors: { line: number; element: string; rule: string }[];
}
export interface Receipt {
  outcome: string | null;
  message: Message | null;
  errors: { __typename: string; code: string }[];
}

const FIELDS = 'id state kind externalId content errors { line element rule }';
export const RECEIVE = `mutation ($input: ReceiveB2mmlInput!) {
  receiveB2mml(input: $input) { outcome message { ${FIELDS} } errors { __typename code } }
}`;

/** The simplified schedule under another id. */
export const schedule = (name: string) =>
  SIMPLIFIED_SCHEDULE.replace('PS-2025-001', name).replace('WO-2025-001001', `REQ-${name}`);

/** A plant that knows the parts of the samples. */
export async function receivingPlant() {
  const plant = await startTestPlant({ subgraphs: [subgraph] });
  const client = clientOf(plant);
  await client.publish(1, 'BLADE-TF39-001', 'C');
  await client.publish(2, 'BOX', 'D');
  await plant.idle();
  return { plant, ...client };
}

function clientOf(plant: TestPlant) {
  const erp = persona('INTEGRATION');
  const publish = (n: number, partNumber: string, revision: string) =>
    plant.say(masterDataEvents['part.published'], {
      id: id(n),
      data: {
        part: { __typename: 'Part', id: id(n) },
        partRevision: { __typename: 'PartRevision', id: id(n + 1_000) },
        partNumber,
        revision,
        name: partNumber,
        unit: 'EA',
        tracking: 'SERIAL',
        critical: false,
        change: changeOf('Part', n),
      },
    });

  const receiveInput = async (input: object, viewer = erp) =>
    (await plant.run<{ receiveB2mml: Receipt }>('integration', viewer, RECEIVE, { input })).receiveB2mml;
  const receive = (xml: string) => receiveInput({ xml });

  const eventsOf = async (message: string | undefined) =>
    (await plant.events()).filter(({ subject }) => subject === message).map(({ type }) => type);

  const load = async (message: string | undefined) =>
    (
      await plant.run<{ integrationMessage: Message & { workOrders: { nodes: object[] } } }>(
        'integration',
        erp,
        `query ($id: ID!) { integrationMessage(id: $id) { ${FIELDS} workOrders(first: 5) { nodes { requestId workOrderNumber workOrder { id } } } routing { id } } }`,
        { id: message },
      )
    ).integrationMessage;
  return { publish, receiveInput, receive, eventsOf, load };
}
