import { Decimal as DecimalJs } from 'decimal.js';

/**
 * Decimal arithmetic for quantities, measurements and money; never a float. 60 significant digits, and no
 * exponent in its text. `numeric` columns come back as strings and go in as strings.
 */
export const Decimal = DecimalJs.clone({ precision: 60, toExpNeg: -60, toExpPos: 60 });
export type Decimal = DecimalJs;

const PATTERN = /^-?\d{1,30}(\.\d{1,20})?$/;

/** Whether the text is a plain decimal number of at most 30 digits before and 20 behind the point. */
export const isDecimal = (text: string): boolean => PATTERN.test(text);

/** Exact sum of decimal texts. */
export const sumDecimals = (values: Iterable<string>): string => {
  let sum = new Decimal(0);
  for (const value of values) sum = sum.plus(value);
  return sum.toFixed();
};

/** Negative, zero or positive, as `a` is less than, equal to or greater than `b`. */
export const compareDecimals = (a: string, b: string): number => new Decimal(a).comparedTo(new Decimal(b));
