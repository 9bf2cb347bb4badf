import { isPlainDate, isPlainDateTime, isTimeZone } from '@yoriai/domain/kernel';
import { writeMoment } from '../moments.js';
import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';

const wrong = (scalar: string): GraphQLError =>
  new GraphQLError(`This is not a ${scalar}.`, {
    extensions: { code: 'BAD_USER_INPUT', params: { rule: 'MALFORMED', scalar } },
  });

/** A scalar that is a text in JSON; a number or a boolean never passes for one. */
function textScalar<T>(
  name: string,
  description: string,
  parse: (text: string) => T | null,
  serialize: (value: unknown) => string,
): GraphQLScalarType {
  const read = (text: unknown): T => {
    const value = typeof text === 'string' ? parse(text) : null;
    if (value === null) throw wrong(name);
    return value;
  };
  return new GraphQLScalarType({
    name,
    description,
    parseValue: read,
    parseLiteral: (node: ValueNode) => read(node.kind === Kind.STRING ? node.value : null),
    serialize,
  });
}

const asText = (value: unknown): string => {
  if (typeof value !== 'string') throw new Error('A text was expected');
  return value;
};

const rfc3339 =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

export const DateTime = textScalar(
  'DateTime',
  'A moment: RFC 3339 with offset, such as 2026-11-20T19:00:00+09:00',
  (text) => {
    const match = rfc3339.exec(text);
    const year = Number(text.slice(0, 4));
    return match && isPlainDate(match[1]!) && year >= 1900 && year <= 2200 ? new Date(text) : null;
  },
  (value) => {
    if (!(value instanceof Date) || Number.isNaN(value.getTime())) throw new Error('A moment was expected');
    return writeMoment(value);
  },
);

const sensibleYear = (text: string): boolean => text >= '1900' && text < '2200';

export const PlainDateScalar = textScalar(
  'Date',
  'A day without a zone: YYYY-MM-DD',
  (text) => (isPlainDate(text) && sensibleYear(text) ? text : null),
  asText,
);

export const LocalDateTime = textScalar(
  'LocalDateTime',
  'Wall-clock time in the zone that stands beside it: YYYY-MM-DDTHH:mm',
  (text) => (isPlainDateTime(text) && sensibleYear(text) ? text : null),
  asText,
);

/** Whole yen, exact in JSON: up to 2^53 − 1 either way. */
export const Yen = new GraphQLScalarType({
  name: 'Yen',
  description: 'Whole yen, |x| ≤ 2^53 − 1',
  parseValue: (value) => {
    if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw wrong('Yen');
    return value;
  },
  parseLiteral: (node: ValueNode) => {
    const value = node.kind === Kind.INT ? Number(node.value) : NaN;
    if (!Number.isSafeInteger(value)) throw wrong('Yen');
    return value;
  },
  serialize: (value) => {
    if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw new Error('Whole yen were expected');
    return value;
  },
});

export const TimeZoneScalar = textScalar(
  'TimeZone',
  'An IANA zone, such as Asia/Tokyo',
  (text) => (text.length <= 64 && isTimeZone(text) ? text : null),
  asText,
);
