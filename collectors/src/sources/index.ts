import type { SourceConfig } from '../config/schema.ts';
import { MqttSource } from './mqtt/mqtt-source.ts';
import { OpcUaSource } from './opc-ua/opc-ua-source.ts';
import { ReplaySource } from './replay/replay-source.ts';
import type { Source } from './source.ts';

/** The source of a configuration. */
export function createSource(config: SourceConfig, collector: string): Source {
  switch (config.type) {
    case 'mqtt':
      return new MqttSource(config, collector);
    case 'opc-ua':
      return new OpcUaSource(config, collector);
    case 'replay':
      return new ReplaySource(config);
  }
}
