import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { daysOn } from '../../../../../tools/day/test-day.cjs';

/** Random numbers that come again with the same seed (mulberry32). */
export class Dice {
  constructor(private state: number) {}
  /** 0 ≤ x < 1 */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }
  below(n: number): number {
    return Math.floor(this.next() * n);
  }
  chance(p: number): boolean {
    return this.next() < p;
  }
  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }
}

export interface Post {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array<ArrayBuffer> | null;
}

const uuid = (dice: Dice): string => {
  const hex = Array.from({ length: 32 }, () => dice.below(16).toString(16)).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
};
const cursorOf = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A day two months from now. */
const soon = daysOn(60);

const longText = 'あ'.repeat(10_000);
const nastyTexts = [
  '',
  ' ',
  'a\u0000b',
  '\u0000',
  '\ud800',
  'x\udc00\ud800y',
  '\uffff',
  '\u202e逆さま',
  '👩‍👩‍👧‍👦🇯🇵',
  'e\u0301'.repeat(300),
  longText,
  '😀'.repeat(10_000),
  "'; drop table member; --",
  '%_\\%',
  '\\',
  '${jndi:ldap://x}',
  '<script>alert(1)</script>',
  '../../etc/passwd',
  'null',
  '__proto__',
  'constructor',
  'a\r\nBcc: other@example.jp',
  'ｶﾀｶﾅ㍿①',
  '\t\n',
  'NaN',
  '1e999',
  '2026-02-30T25:61',
  '0000-00-00',
  '1900-01-01T00:00',
  '2199-12-31T23:59',
  '2026-03-29T02:30',
  'FREQ=SECONDLY',
  'FREQ=DAILY;COUNT=999999999',
  'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
  'FREQ=MONTHLY;BYDAY=6MO',
  'FREQ=WEEKLY;INTERVAL=0',
  'FREQ=MONTHLY;BYDAY=2WE;UNTIL=20991231T000000Z;COUNT=3',
  'RRULE:FREQ=DAILY\nEXDATE:20260101',
  'Mars/Phobos',
  '+09:00',
  'javascript:alert(1)',
  'https://[::1',
  'a@b@c',
  '@',
  'a@xn--.jp',
  '٣٢١',
  'A'.repeat(300),
];
const nastyMoments = [
  '0000-00-00T00:00:00Z',
  '9999-12-31T23:59:59Z',
  '1900-01-01T00:00:00Z',
  '2200-12-31T23:59:59.999999999-23:59',
  '2026-11-20T19:00:00',
  '-271821-04-20T00:00:00Z',
  'banana',
  '2026-02-29T00:00:00Z',
];
const nastyNumbers = [0, -1, 1, 2 ** 31 - 1, 2 ** 31, -(2 ** 31), 2 ** 53, 1e308, 0.5, -0, 101, 100];
/** Texts that a form would send, by the name of the field. */
const sensibleTexts: Readonly<Record<string, readonly string[]>> = {
  email: ['hanako@example.jp', 'nobody@example.com'],
  password: ['mizu no nagare wa taezu', 'short'],
  slug: ['sakura-shi', 'a'],
  startsAtLocal: [`${soon}T19:00`, `${soon}T10:30`],
  rule: ['FREQ=MONTHLY;BYDAY=2WE;COUNT=3', 'FREQ=WEEKLY;COUNT=2'],
  url: ['https://example.jp/room'],
  phone: ['090-1234-5678', '03-0000-0000'],
  quietFrom: ['22:00'],
  quietTo: ['07:00', '25:00'],
  code: ['123456', 'ABCD2345'],
  mailCode: ['123456'],
  base64: [
    Buffer.from('氏名,メール,グループ\n山田 花子,hanako@example.jp,水曜会\n').toString('base64'),
    Buffer.from('氏名,メール\n"山田').toString('base64'),
    Buffer.from([0xef, 0xbb, 0xbf, 0xff, 0xfe, 0x00, 0x81]).toString('base64'),
    '====',
  ],
  fileName: ['meibo.csv', 'x'.repeat(300)],
  agendaTemplate: ['MONTHLY_REVIEW', 'NONE'],
};

/** Writes documents against a schema: valid ones, nearly valid ones and noise, each from its own number. */
export class FuzzDocuments {
  private readonly roots: { kind: 'query' | 'mutation' | 'subscription'; type: GraphQLObjectType }[];

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly ids: readonly string[],
    private readonly seed: number,
  ) {
    this.roots = [
      { kind: 'query', type: schema.getQueryType()! },
      { kind: 'mutation', type: schema.getMutationType()! },
      { kind: 'subscription', type: schema.getSubscriptionType()! },
    ];
  }

  /** The nth document; the same for the same seed, schema and ids. */
  post(n: number): Post {
    const dice = new Dice(this.seed * 1_000_003 + n);
    const lot = dice.next();
    if (lot < 0.1) return this.noise(dice);
    const written = this.document(dice);
    if (lot < 0.25) return this.json({ ...written, query: this.spoil(dice, written.query) });
    return this.json(written);
  }

  private json(body: unknown): Post {
    return {
      method: 'POST',
      path: '/graphql',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    };
  }

  private document(dice: Dice): {
    query: string;
    variables: Record<string, unknown>;
    operationName?: string;
  } {
    const root = dice.chance(0.02) ? this.roots[2]! : this.roots[dice.chance(0.6) ? 1 : 0]!;
    const fields = Object.values(root.type.getFields());
    const variables: Record<string, unknown> = {};
    const declared: string[] = [];
    /** How likely a value is one that a form would send: some documents are all sense, some none. */
    const sense = dice.pick([1, 0.95, 0.8, 0.5]);
    const ask = (field: GraphQLField<unknown, unknown>, alias: string): string => {
      const given = field.args.flatMap((arg) => {
        if (!isNonNullType(arg.type) && dice.chance(0.4)) return [];
        const value = this.value(dice, arg.type, arg.name, sense, 0);
        if (dice.chance(0.3)) return [`${arg.name}: ${literal(value, arg.type)}`];
        const name = `v${declared.length}`;
        declared.push(`$${name}: ${String(arg.type)}`);
        variables[name] = value;
        return [`${arg.name}: $${name}`];
      });
      return `${alias}${field.name}${given.length > 0 ? `(${given.join(', ')})` : ''}${this.selection(dice, field, 1)}`;
    };
    const asked = Array.from({ length: dice.chance(0.85) ? 1 : 3 }, (_, i) =>
      ask(dice.pick(fields), i === 0 ? '' : `a${i}: `),
    );
    const head = declared.length > 0 ? `(${declared.join(', ')})` : '';
    const query = `${root.kind} Fuzz${head} { ${asked.join(' ')} }`;
    return dice.chance(0.1)
      ? { query, variables, operationName: dice.pick(['Fuzz', 'Other', '']) }
      : { query, variables };
  }

  private selection(dice: Dice, field: GraphQLField<unknown, unknown>, depth: number): string {
    const type = getNamedType(field.type);
    if (isLeafType(type)) return '';
    if (isInterfaceType(type)) {
      const possible = this.schema.getPossibleTypes(type);
      const some = [dice.pick(possible), dice.pick(possible)];
      return ` { __typename id ${[...new Set(some)].map((one) => `... on ${one.name}${this.fieldsOf(dice, one, depth + 1)}`).join(' ')} }`;
    }
    return isObjectType(type) ? this.fieldsOf(dice, type, depth + 1) : ' { __typename }';
  }

  private fieldsOf(dice: Dice, type: GraphQLObjectType, depth: number): string {
    const shown = Object.values(type.getFields()).flatMap((field) => {
      const leaf = isLeafType(getNamedType(field.type));
      if (!dice.chance(leaf ? 0.7 : depth < 7 ? 0.35 : 0)) return [];
      const args = field.args
        .filter(() => dice.chance(0.3))
        .map((arg) => `${arg.name}: ${literal(this.value(dice, arg.type, arg.name, 0.7, 0), arg.type)}`);
      return [
        `${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}${this.selection(dice, field, depth)}`,
      ];
    });
    return ` { __typename ${shown.join(' ')} }`;
  }

  private value(dice: Dice, type: GraphQLInputType, name: string, sense: number, depth: number): unknown {
    if (!dice.chance(sense)) return this.nonsense(dice, name);
    if (isNonNullType(type)) return this.value(dice, type.ofType, name, sense, depth);
    if (isListType(type)) {
      const length = dice.chance(0.05) ? 200 : dice.below(4);
      return Array.from({ length }, () => this.value(dice, type.ofType, name, sense, depth + 1));
    }
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter(
        (field: GraphQLInputField | GraphQLArgument) => isNonNullType(field.type) || dice.chance(0.6),
      );
      return Object.fromEntries(
        fields.map((field) => [field.name, this.value(dice, field.type, field.name, sense, depth + 1)]),
      );
    }
    if (isEnumType(type)) return dice.pick(type.getValues()).name;
    switch (type.name) {
      case 'ID':
        return this.id(dice);
      case 'Int':
        return name === 'first' ? dice.pick([1, 2, 20, 100, 0, 101, -1]) : dice.pick([1, 2, 5, 8, 60, 120]);
      case 'Boolean':
        return dice.chance(0.5);
      case 'DateTime':
        return dice.pick(['2026-11-20T19:00:00+09:00', '2027-01-01T00:00:00Z', '2026-06-01T00:00:00.123Z']);
      case 'Date':
        return dice.pick(['2026-04-01', '2027-03-31', '2028-02-29']);
      case 'LocalDateTime':
        return dice.pick([`${soon}T19:00`, `${soon}T10:30`]);
      case 'TimeZone':
        return dice.pick(['Asia/Tokyo', 'UTC', 'America/New_York', 'Pacific/Apia']);
      default:
        return name === 'after'
          ? this.cursor(dice)
          : dice.pick(sensibleTexts[name] ?? ['資金繰りの相談', 'Plain words', '水']);
    }
  }

  private id(dice: Dice): string {
    if (dice.chance(0.75) && this.ids.length > 0) return dice.pick(this.ids);
    const prefix = dice.pick(this.ids.length > 0 ? this.ids : ['grp_']).split('_')[0]!;
    return dice.pick([
      `${prefix}_${uuid(dice)}`,
      `${prefix}_`,
      `${prefix}_${uuid(dice).toUpperCase()}`,
      `${prefix}_00000000-0000-0000-0000-000000000000`,
      uuid(dice),
      `${prefix}_${uuid(dice)}\n`,
      'nonsense',
    ]);
  }

  private cursor(dice: Dice): string {
    return dice.pick([
      cursorOf(['2026-11-20T10:00:00.000Z', uuid(dice)]),
      cursorOf(['banana', uuid(dice)]),
      cursorOf(['', uuid(dice)]),
      cursorOf(['infinity', uuid(dice)]),
      cursorOf(['294277-01-01', uuid(dice)]),
      cursorOf(['\ud800', uuid(dice)]),
      cursorOf(['a\u0000', uuid(dice)]),
      cursorOf([1, uuid(dice)]),
      cursorOf({ length: 2 }),
      cursorOf([uuid(dice)]),
      'e30',
      'not base64 !',
    ]);
  }

  private nonsense(dice: Dice, name: string): unknown {
    const lot = dice.next();
    if (lot < 0.55) return name === 'after' ? this.cursor(dice) : dice.pick(nastyTexts);
    if (lot < 0.7) return dice.pick(nastyNumbers);
    if (lot < 0.78) return dice.pick(nastyMoments);
    return dice.pick<unknown>([
      null,
      true,
      [],
      {},
      [[[]]],
      { a: { b: { c: 'd' } } },
      ['a', null, 3],
      nested(30),
      Object.fromEntries([['__proto__', { admin: true }]]),
      { constructor: { prototype: 1 } },
      { toString: 'x' },
    ]);
  }

  private spoil(dice: Dice, query: string): string {
    const at = dice.below(query.length);
    const cut = query.slice(0, at);
    const rest = query.slice(at);
    return dice.pick([
      () => cut + rest.slice(1),
      () =>
        cut +
        dice.pick(['{', '}', '(', ')', '$', '!', '@', '"', '"""', '...', '\u0000', '\ud800', '#', '&']) +
        rest,
      () => cut,
      () => cut + cut + rest,
      () => query.replace('{', `{ ${Array.from({ length: 60 }, (_, i) => `z${i}: __typename`).join(' ')} `),
      () =>
        query.replace('{', `{ ...F } fragment F on ${dice.pick(['Query', 'Mutation', 'Nobody'])} { ...F `),
      () => bomb(dice.pick(['...Missing', '__schema { __typename }', '__typename'])),
      () => query.replace('{', '@skip(if: true) {'),
      () => query.replace(/(\w+) \{/, '$1 @include(if: $missing) @unknown {'),
      () => `query { ${'... { '.repeat(200)} __typename ${'} '.repeat(200)} }`,
      () => `query { ${'viewer { groups { '.repeat(12)} id ${'} } '.repeat(12)} }`,
      () =>
        `{ node(id: ${dice.pick(['1', '1.5', 'null', '"\\u0000"', '"\\ud800"', '"""x"""', '$x', '[]', '{}', 'ENUM', '99999999999999999999'])}) { id } }`,
      () =>
        `{ members(first: ${dice.pick(['99999999999', '-5', '1e3', '"1"', 'null'])}) { edges { cursor } } }`,
      () => `${query} ${query}`,
      () => `${query} query Other { __typename }`,
      () => `{ __schema { types { fields { type { fields { name } } } } } }`,
      () => `{ __type(name: "\\u0000${'x'.repeat(dice.below(50))}") { name } }`,
      () => '{ '.repeat(900),
      () => '[{'.repeat(400),
      () => `query ($a: [[[[[[String!]]]]]]) { __typename }`,
      () => `query ($a: ID! = "x") { node(id: $a) { id } }`,
      () => query.split('').reverse().join(''),
    ])();
  }

  private noise(dice: Dice): Post {
    const bytes = new Uint8Array(dice.below(400)).map(() => dice.below(256));
    const type = dice.pick([
      'application/json',
      'application/json; charset=utf-16',
      'application/json;;;',
      'application/graphql',
      'text/plain',
      'multipart/form-data; boundary=x',
      'application/x-www-form-urlencoded',
      '',
    ]);
    const plain = { 'content-type': 'application/json' };
    const at = (path: string, method = 'GET'): Post => ({ method, path, headers: {}, body: null });
    const text = (body: string, headers: Record<string, string> = plain): Post => ({
      method: 'POST',
      path: '/graphql',
      headers,
      body,
    });
    return dice.pick<() => Post>([
      () => ({
        method: 'POST',
        path: '/graphql',
        headers: { ...(type && { 'content-type': type }) },
        body: bytes,
      }),
      () => text('{"query":"{ __typename }"}', { 'content-type': type || 'x' }),
      () =>
        text(
          dice.pick([
            '',
            'null',
            '[]',
            '{}',
            '123',
            '"text"',
            'true',
            '{"query":null}',
            '{"query":1}',
            '{"query":["a"]}',
            '{"query":{}}',
          ]),
        ),
      () => text('{"query":"{ __typename }"'),
      () => text('[{"query":"{ __typename }"},{"query":"{ __typename }"}]'),
      () => text('['.repeat(50_000)),
      () => text('{"a":'.repeat(5_000) + '1' + '}'.repeat(5_000)),
      () =>
        text(
          `{"query":"{ __typename }","variables":${dice.pick(['1', '"x"', '[]', 'null', '{"__proto__":{"a":1}}', '{"constructor":{"prototype":{}}}', '[1]', 'true'])}}`,
        ),
      () => text(`{"query":"{ __typename }","operationName":${dice.pick(['1', '{}', '[]', '"x"', '""'])}}`),
      () =>
        text(
          `{"query":"{ __typename }","extensions":${dice.pick(['1', '[]', '{"persistedQuery":{"version":1,"sha256Hash":"x"}}', '{"persistedQuery":1}'])}}`,
        ),
      () =>
        text(
          `{"query":"query ($a: ID!) { node(id: $a) { id } }","variables":{"a":${dice.pick(['1e400', '-0', '12345678901234567890', '"\\ud800"', '"\\u0000"', '{"toString":1}'])}}}`,
        ),
      () => text('{"query":"{ __typename }"}', { ...plain, 'content-encoding': 'gzip' }),
      () =>
        text('{"query":"{ __typename }"}', {
          ...plain,
          'yoriai-tenant': dice.pick(['../x', 'x'.repeat(500), "'", '%00']),
        }),
      () =>
        text('{"query":"{ viewer { member { id } } }"}', {
          ...plain,
          cookie: dice.pick([
            'session=%',
            'session=x',
            `session=${'y'.repeat(3_000)}`,
            'session=%00',
            ';;;=',
            'session',
          ]),
        }),
      () => ({
        method: dice.pick(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD']),
        path: '/graphql',
        headers: {},
        body: null,
      }),
      () => at(`/graphql?query=${encodeURIComponent('mutation { signOut }')}`),
      () =>
        at(
          dice.pick([
            '/%',
            '/%00',
            '/%c0%af',
            '/..%2f..%2fetc/passwd',
            '/meetings/%ff.ics',
            '/meetings/x.ics?tenant=%00',
            '/meetings/x.ics?tenant=a&tenant=b',
            '/calendar/%00.ics',
            '/calendar/x.ics',
            `/calendar/${'a'.repeat(300)}.ics`,
            '/dev/mail/%00',
            '/dev/mail/..%2f..%2fx',
            '/healthz/x',
            '/metrics?x=%',
            '//',
            '/assets/%2e%2e/x',
            '/sign-in/open-id-connect',
            '/sign-in/open-id-connect/return?code=x&state=%00',
          ]),
        ),
      () => ({
        method: 'POST',
        path: '/dev/clock',
        headers: plain,
        body: dice.pick(['null', '[]', '{"advance":"x"}', '{"advance":1e400}', '{"advance":{}}']),
      }),
    ])();
  }
}

function nested(depth: number): unknown {
  return depth === 0 ? 'deep' : { a: nested(depth - 1) };
}

/** Forty fragments; each spreads the next one twice. */
function bomb(end: string): string {
  const fragments = Array.from(
    { length: 40 },
    (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`,
  );
  return `{ ...F0 } ${fragments.join(' ')} fragment F40 on Query { ${end} }`;
}

/** A JSON value as GraphQL writes it; enum names have no quotes where the type wants one. */
function literal(value: unknown, type: GraphQLInputType): string {
  const named = getNamedType(type);
  if (value === null) return 'null';
  if (typeof value === 'string')
    return isEnumType(named) && /^[A-Z_]+$/.test(value) ? value : JSON.stringify(value);
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value))
    return `[${value.map((one) => literal(one, named as GraphQLInputType)).join(', ')}]`;
  const fields = isInputObjectType(named) ? named.getFields() : {};
  return `{${Object.entries(value)
    .map(([key, inner]) => `${key}: ${literal(inner, fields[key]?.type ?? (named as GraphQLInputType))}`)
    .join(', ')}}`;
}
