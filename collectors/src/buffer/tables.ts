/** The version that `PRAGMA user_version` of a buffer file must have. */
export const BUFFER_VERSION = 1;

/**
 * The buffer's tables. A batch is written once and never changed (its payload may fill many pages); whether
 * it went out stands in small rows beside it. Lane 0 is telemetry, lane 1 events (states and alarms).
 */
export const BUFFER_TABLES = `
create table meta (key text primary key, value text not null) strict, without rowid;
create table batches (
  position integer primary key autoincrement,
  id text not null,
  subject text not null,
  source text not null,
  lane integer not null,
  readings integer not null,
  created_at integer not null,
  payload text not null
) strict;
create table unsent (
  lane integer not null, position integer not null, source text not null, readings integer not null, primary key (lane, position)
) strict, without rowid;
create index unsent_source on unsent (source, position);
create table sent (position integer primary key, sent_at integer not null) strict;
create index sent_time on sent (sent_at);
create table sequences (subject text primary key, next integer not null) strict, without rowid;
create table marks (source text not null, key text not null, value text not null, primary key (source, key)) strict, without rowid;
create table rejected (
  id integer primary key autoincrement, source text not null, received_at integer not null,
  origin text not null, reason text not null, payload blob not null
) strict;
create table refused (position integer primary key, reason text not null, refused_at integer not null) strict;
`;
