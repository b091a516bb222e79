export { Broker, type BrokerOptions } from './broker.ts';
export { MACHINE_NODES } from './cell-nodes.ts';
export { type DemoOptions, type DemoPlant, startDemoPlant } from './demo.ts';
export { type FloodOptions, floodMqtt, type LoadServer, startLoadServer } from './load.ts';
export { type CellOptions, MachiningCell } from './machining-cell.ts';
export { MqttSensors, type SensorsOptions } from './mqtt-sensors.ts';
export type { PlayOptions, PlaySummary } from './play.ts';
export { type RecordedCell, type RecordedCellOptions, startRecordedCell } from './recorded-cell.ts';
