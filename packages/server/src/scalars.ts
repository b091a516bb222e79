import { Decimal, isDecimal } from '@machshop/db';
import { GraphQLError, GraphQLScalarType, Kind, type ValueNode, valueFromASTUntyped } from 'graphql';

const RFC3339 = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d{1,9})?([Zz]|[+-]\d\d:\d\d)$/;
const UTC_MILLISECONDS = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const DATE = /^\d{4}-\d\d-\d\d$/;

function toDate(value: unknown): Date {
  if (typeof value === 'string' && RFC3339.test(value)) {
    const date = new Date(value);
    if (!Number.isNaN(date.getTime())) return date;
  }
  throw new GraphQLError('DateTime must be RFC 3339 with an offset, such as 2026-03-01T08:30:00.000Z');
}

const dateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  serialize(value) {
    if (value instanceof Date) return value.toISOString();
    // what a store formatted already: large answers make no Dates
    if (typeof value === 'string' && UTC_MILLISECONDS.test(value)) return value;
    return toDate(value).toISOString();
  },
  parseValue: toDate,
  parseLiteral: (node) => toDate(node.kind === Kind.STRING ? node.value : null),
});

function toCalendarDate(value: unknown): string {
  if (typeof value === 'string' && DATE.test(value) && new Date(value).toISOString().startsWith(value))
    return value;
  throw new GraphQLError('Date must be a calendar date such as 2026-03-01');
}

const date = new GraphQLScalarType<string, string>({
  name: 'Date',
  serialize: toCalendarDate,
  parseValue: toCalendarDate,
  parseLiteral: (node) => toCalendarDate(node.kind === Kind.STRING ? node.value : null),
});

function toDecimal(value: unknown): string {
  const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
  if (typeof text === 'string' && isDecimal(text)) return text;
  throw new GraphQLError('Decimal must be a decimal number in a string, such as "25.500"');
}

const decimal = new GraphQLScalarType<string, string>({
  name: 'Decimal',
  serialize: (value) =>
    typeof value === 'string' ? value : Decimal.isDecimal(value) ? value.toFixed() : String(value),
  parseValue: toDecimal,
  // a literal 25.5 is text in the document: no float is made of it
  parseLiteral: (node: ValueNode) =>
    toDecimal(
      node.kind === Kind.STRING || node.kind === Kind.INT || node.kind === Kind.FLOAT ? node.value : null,
    ),
});

const json = new GraphQLScalarType({
  name: 'JSON',
  serialize: (value) => value,
  parseValue: (value) => value,
  parseLiteral: (node, variables) => valueFromASTUntyped(node, variables),
});

/** The resolvers of the scalars of common.graphql. DateTime is a Date, Decimal and Date are strings inside. */
export const scalars = { DateTime: dateTime, Date: date, Decimal: decimal, JSON: json };
