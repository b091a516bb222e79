import type { SourceConfig } from '../config/schema.ts';
import { MqttSource } from './mqtt/mqtt-source.ts';
import type { Source } from './source.ts';

/** The source of a configuration. */
export function createSource(config: SourceConfig, collector: string): Source {
  switch (config.type) {
    case 'mqtt':
      return new MqttSource(config, collector);
    default:
      throw new Error(`there is no source of type ${config.type}`);
  }
}
