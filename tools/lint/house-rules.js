/** A house rule of this repository: what must not be written, and what to write instead. */
const forbid = (message, ...selectors) => ({
  meta: { type: 'problem', schema: [] },
  create: (context) =>
    Object.fromEntries(selectors.map((selector) => [selector, (node) => context.report({ node, message })])),
});

const calls = (object, property) =>
  `CallExpression[callee.object.name='${object}'][callee.property.name='${property}']`;
const names = (pattern) => [`Literal[value=${pattern}]`, `TemplateElement[value.raw=${pattern}]`];

const realTimeInSql = String.raw`/(?<!app\.)\bnow\(\)|\b(clock_timestamp|statement_timestamp|transaction_timestamp)\(\)|\b(current_timestamp|current_date|current_time|localtimestamp)\b/i`;

export default {
  meta: { name: 'house' },
  rules: {
    'time-is-told': forbid(
      'Time arrives as an argument (`tx.now`), so that tests and the demo can move it.',
      "NewExpression[callee.name='Date'][arguments.length=0]",
      "CallExpression[callee.name='Date']",
      calls('Date', 'now'),
      calls('performance', 'now'),
      "MemberExpression[object.name='Temporal'][property.name='Now']",
    ),
    'day-is-pinned': forbid(
      'Tests live on the day of tools/day/test-day.cjs (`testDay`, `daysOn`, `app.advance(0)`) and pass on every date; what takes time is measured with performance.now().',
      "NewExpression[callee.name='Date'][arguments.length=0]",
      "CallExpression[callee.name='Date']",
      calls('Date', 'now'),
      "MemberExpression[object.name='Temporal'][property.name='Now']",
      ...names(realTimeInSql),
    ),
    'chance-is-told': forbid(
      'Ids and chance arrive as arguments (`tx.newId()`), so that a decision gives the same answer twice.',
      calls('Math', 'random'),
      "CallExpression[callee.property.name='randomUUID']",
      "CallExpression[callee.name='randomUUID']",
    ),
    'later-is-a-row': forbid(
      'What must happen later is a row: `tx.at(dueAt, timer)`. A timeout dies with its process.',
      'CallExpression[callee.name=/^(setTimeout|setInterval|setImmediate)$/]',
    ),
    'config-is-parsed-once': forbid(
      'Settings come from platform/config.ts, where they are validated once.',
      "MemberExpression[object.name='process'][property.name='env']",
    ),
    'log-without-names': forbid(
      'Use the logger of platform/log.ts: structured, with a correlation id and no personal data.',
      "MemberExpression[object.name='console']",
    ),
    'one-way-to-the-database': forbid(
      'Only platform/ opens connections: `work.inTenant` hands out the transaction, `tx.sql` and `tx.manager` speak in it.',
      "MemberExpression[property.name='createQueryRunner']",
      "CallExpression[callee.object.name=/dataSource/i][callee.property.name='query']",
      "CallExpression[callee.object.property.name=/dataSource/i][callee.property.name='query']",
      'Identifier[name=/^(InjectRepository|InjectDataSource|InjectEntityManager)$/]',
    ),
    'one-clock-in-sql': forbid(
      'SQL asks app.now(), the one clock that tests and the demo can move.',
      ...names(realTimeInSql),
    ),
    // A language is called by its own name in every language.
    'words-in-catalogues': forbid(
      'Words that people read stand in words/ja and words/en, under a typed key.',
      ...names(String.raw`/^(?!日本語$).*[\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff]/s`),
      String.raw`JSXText[value=/^(?!日本語$).*[\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff]/s]`,
    ),
    'text-is-read-in-one-place': forbid(
      'Text from outside is taken by `readText` of the kernel, which looks at its length and its marks first; what is compared goes through `fold` or `alike`.',
      "CallExpression[callee.property.name='normalize']",
      "CallExpression[callee.property.value='normalize']",
    ),
    'named-exports': forbid(
      'Export by name: one thing, one name, everywhere.',
      'ExportDefaultDeclaration',
      "ExportSpecifier[exported.name='default']",
    ),
  },
};
