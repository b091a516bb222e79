import { z } from 'zod';
import { checkNames, equipmentTemplate, equipmentTemplates, millis, sourceBase } from './common.ts';

export const replaySource = z
  .strictObject({
    ...sourceBase,
    type: z.literal('replay'),
    /** A folder of recordings, or a .tar.gz of one. Lines: `timestamp|data item|value`. */
    path: z.string().min(1),
    /** A file's name with named parts: `{part}-{operation}-{machine}-{piece}.txt`. Others are left out. */
    fileName: z.string().min(1).default('{name}.txt'),
    /** May name the parts of the file name. Each piece of equipment plays its files one after another. */
    equipment: equipmentTemplate,
    /** Globs over data items whose values are text, even where they look like numbers. */
    textItems: z.array(z.string()).default([]),
    /** How many seconds of recording pass in a second, or `max`: as fast as the buffer takes them. */
    speed: z.union([z.number().positive().max(1_000_000), z.literal('max')]).default(1),
    /** A pause of the recording that is longer than this is cut down to it. */
    maxPauseMs: millis(0, 86_400_000).default(10_000),
    /** `recorded`: the recording's own times. `now`: when the line is played. */
    times: z.enum(['recorded', 'now']).default('recorded'),
    /** Begin again after the last file. */
    loop: z.boolean().default(false),
    /** The most that an archive may unpack to. */
    maxArchiveBytes: z
      .int()
      .positive()
      .default(512 * 2 ** 20),
  })
  .superRefine((given, context) => {
    const names = [...given.fileName.matchAll(/\{([A-Za-z][A-Za-z0-9]*)\}/g)].map(
      ([, name]) => name as string,
    );
    checkNames(context, names, equipmentTemplates(given.equipment));
  });
export type ReplaySourceConfig = z.infer<typeof replaySource>;
