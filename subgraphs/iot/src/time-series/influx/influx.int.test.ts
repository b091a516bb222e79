import { startTestPlant, TEST_SITE, TEST_TENANT, type TestPlant } from '@machshop/testing';
import { afterAll, beforeAll, describe } from 'vitest';
import { subgraph } from '../../subgraph.ts';
import { sayEquipment } from '../../testing.ts';
import { timeSeriesSuite } from '../testing/suite.ts';
import { RETENTION } from '../time-series.ts';
import { InfluxConnection } from './connection.ts';
import { InfluxTimeSeries } from './influx.ts';

const url = process.env.TEST_INFLUX_URL;
const token = process.env.TEST_INFLUX_TOKEN ?? '';
const org = process.env.TEST_INFLUX_ORG ?? 'machshop';
const EQUIPMENT = '01900000-0000-7000-8000-0000000000e1';

// docker run -p 8086:8086 -e DOCKER_INFLUXDB_INIT_MODE=setup … influxdb:2
describe.skipIf(!url)(
  'InfluxDB (skipped without TEST_INFLUX_URL, TEST_INFLUX_TOKEN and TEST_INFLUX_ORG)',
  () => {
    let plant: TestPlant;
    beforeAll(async () => {
      plant = await startTestPlant({ subgraphs: [subgraph] });
      await sayEquipment(plant, EQUIPMENT, 'E-1');
    });
    afterAll(() => plant?.close());

    timeSeriesSuite(async () => {
      const now = new Date();
      const iot = plant.running.get('iot');
      if (!iot) throw new Error('there is no iot subgraph');
      const unique = (name: string) => `test_${process.pid}_${now.getTime()}_${name}`;
      const buckets = {
        raw: unique('raw'),
        late: unique('late'),
        minute: unique('minute'),
        hour: unique('hour'),
      };
      const connection = new InfluxConnection({ url: url ?? '', token, org });
      return {
        timeSeries: new InfluxTimeSeries(connection, RETENTION, () => now, buckets),
        in: (tenantId, work) => iot.db.write(tenantId, (tx) => work({ tx, tenantId })),
        now,
        async register({ series, sensorId }) {
          await plant.admin`insert into iot.sensors (id, tenant_id, site_id, equipment_id, series, tag, name, parameter, recorded_at)
          overriding system value values (${sensorId}, ${TEST_TENANT}, ${TEST_SITE}, ${EQUIPMENT}, ${series}, ${sensorId}, 'x', 'x', now())`;
        },
      };
    });
  },
);
