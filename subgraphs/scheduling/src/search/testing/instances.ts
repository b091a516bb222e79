import type { Problem } from '../problem.ts';

/** FT06 of Fisher and Thompson 1963: a job a line, machine and time in turn. Its optimal makespan is 55. */
const FT06 = `
2 1 0 3 1 6 3 7 5 3 4 6
1 8 2 5 4 10 5 10 0 10 3 4
2 5 3 4 5 8 0 9 1 1 4 7
1 5 0 5 2 5 3 3 4 8 5 9
2 9 1 3 4 5 5 4 0 3 3 1
1 3 3 3 5 9 0 10 4 4 2 1`;

/** LA01 of Lawrence 1984. Its optimal makespan is 666. */
const LA01 = `
1 21 0 53 4 95 3 55 2 34
0 21 3 52 4 16 2 26 1 71
3 39 4 98 1 42 2 31 0 12
1 77 0 55 4 79 2 66 3 77
0 83 3 34 2 64 1 19 4 37
1 54 2 43 4 79 0 92 3 62
3 69 4 77 1 87 2 87 0 93
2 38 0 60 1 41 3 24 4 83
3 17 1 49 4 25 0 44 2 98
4 77 3 79 2 43 1 75 0 96`;

/** LA02 of Lawrence 1984. Its optimal makespan is 655. */
const LA02 = `
0 20 3 87 1 31 4 76 2 17
4 25 2 32 0 24 1 18 3 81
1 72 2 23 4 28 0 58 3 99
2 86 1 76 4 97 0 45 3 90
4 27 0 42 3 48 2 17 1 46
1 67 0 98 4 48 3 27 2 62
4 28 1 12 3 19 0 80 2 50
1 63 0 94 2 98 3 50 4 80
4 14 0 75 2 50 1 41 3 55
4 72 2 18 1 37 3 79 0 61`;

/** A classic job shop in its usual notation; its machines work all the time. */
export function classic(text: string): Problem {
  const rows = text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const machines = Math.max(...rows.flatMap((row) => row.filter((_, i) => i % 2 === 0))) + 1;
  const operations: Problem['operations'][number][] = [];
  for (const [job, row] of rows.entries()) {
    for (let i = 0; i < row.length; i += 2) {
      const index = operations.length;
      operations.push({
        id: `${job}.${i / 2}`,
        job,
        after: i === 0 ? [] : [index - 1],
        machines: [row[i] as number],
        setup: 0,
        run: row[i + 1] as number,
        setupKey: '',
        fixed: null,
      });
    }
  }
  const horizon = 1_000_000;
  return {
    horizon,
    machines: Array.from({ length: machines }, (_, i) => ({
      id: `M${i}`,
      windows: [{ start: 0, end: horizon }],
      setUpFor: null,
    })),
    jobs: rows.map((_, i) => ({ id: `J${i}`, release: 0, due: null, weight: 1 })),
    operations,
  };
}

export const INSTANCES = [
  { name: 'ft06', problem: classic(FT06), optimum: 55 },
  { name: 'la01', problem: classic(LA01), optimum: 666 },
  { name: 'la02', problem: classic(LA02), optimum: 655 },
] as const;
