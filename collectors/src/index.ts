export { type AgentDeps, createEdgeAgent, type EdgeAgent, type ReloadResult } from './agent.ts';
export { ConfigError, checkConfig, loadConfig, parseConfig } from './config/load.ts';
export type { AgentConfig, AgentConfigInput, SourceConfig } from './config/schema.ts';
export { watchConfig } from './config/watch.ts';
export type { AgentHealth } from './observe/health.ts';
export { type ObserveServer, serveObservation } from './observe/http.ts';
export { openRecordings, type RecordedLine, type Recording, recordedLines } from './recording/recording.ts';
