import { assembling } from './assembling.ts';
import { making } from './making.ts';
import { nonConforming } from './non-conforming.ts';
import { permissions } from './permissions.ts';
import { preparation } from './preparation.ts';
import { programs } from './programs.ts';
import { records } from './records.ts';
import { scheduling } from './scheduling.ts';
import { sensing } from './sensing.ts';
import type { Tell } from './story.ts';
import { tenancy } from './tenancy.ts';

/** A real order from the ERP to its as-built genealogy: the same story for every way to run the plant. */
export function tellStory(story: Tell): void {
  preparation(story);
  making(story);
  sensing(story);
  assembling(story);
  nonConforming(story);
  records(story);
  programs(story);
  scheduling(story);
  permissions(story);
  tenancy(story);
}
