-- Which operation of its order a run is of, for the readings that are told by it. Runs that began before have none
-- until they are completed.
alter table known_executions add column operation_number integer;
