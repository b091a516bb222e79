import { expect, test } from 'vitest';
import { type BillLine, type BuiltComponent, differences, effectiveBill } from './as-built.ts';

const line = (position: number, id: string, value: string, unit = 'C62'): BillLine => ({
  position,
  component: { __typename: 'Part', id },
  componentNumber: id.toUpperCase(),
  quantity: { value, unit },
});
const built = (id: string, quantity: string, unit = 'C62'): BuiltComponent => ({
  definitionType: 'Part',
  definitionId: id,
  definitionNumber: id.toUpperCase(),
  quantity,
  unit,
});
const bill = (lines: BillLine[], revision = 'A', from = '2017-01-01', to: string | null = null) => ({
  revision,
  effectiveFrom: new Date(from),
  effectiveTo: to ? new Date(to) : null,
  lines,
});
const kinds = (lines: BillLine[], components: BuiltComponent[]) =>
  differences('S1', bill(lines), components).map(({ kind, componentNumber }) => [kind, componentNumber]);

test('built as designed differs in nothing, also when one need is met in parts', () => {
  expect(
    kinds(
      [line(10, 'box', '1'), line(20, 'screw', '4')],
      [built('box', '1'), built('screw', '3'), built('screw', '1')],
    ),
  ).toEqual([]);
});

test('two positions of one component are one need', () => {
  expect(kinds([line(10, 'screw', '2'), line(20, 'screw', '2')], [built('screw', '4.0')])).toEqual([]);
});

test('missing, short, surplus, not in the bill and other units are told apart', () => {
  expect(
    kinds(
      [line(10, 'a', '1'), line(20, 'b', '2'), line(30, 'c', '3'), line(40, 'd', '4', 'KGM')],
      [built('b', '1'), built('c', '3.5'), built('d', '4', 'GRM'), built('e', '1')],
    ),
  ).toEqual([
    ['MISSING', 'A'],
    ['SHORT', 'B'],
    ['SURPLUS', 'C'],
    ['UNIT_MISMATCH', 'D'],
    ['NOT_IN_BILL', 'E'],
  ]);
});

test('without a bill a unit with components says so, and one without says nothing', () => {
  expect(differences('S1', null, [built('a', '1')])).toMatchObject([{ kind: 'NO_BILL' }]);
  expect(differences('S1', null, [])).toEqual([]);
});

test('the bill is that of the revision and of the time', () => {
  const bills = [
    bill([], 'B', '2018-01-01'),
    bill([], 'A', '2017-06-01'),
    bill([], 'A', '2017-01-01', '2017-06-01'),
  ];
  expect(effectiveBill(bills, 'A', new Date('2017-03-01'))).toBe(bills[2]);
  expect(effectiveBill(bills, 'A', new Date('2019-03-01'))).toBe(bills[1]);
  expect(effectiveBill(bills, null, new Date('2019-03-01'))).toBe(bills[0]);
  expect(effectiveBill(bills, 'A', new Date('2016-03-01'))).toBeNull();
});

test('each, one and piece are one unit', () => {
  expect(kinds([line(10, 'box', '1', 'EA')], [built('box', '1', 'C62')])).toEqual([]);
});
