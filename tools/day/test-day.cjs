/** `YORIAI_TEST_DAY=2028-02-29` runs any suite on that day; nothing else reads the variable. */
const day = process.env.YORIAI_TEST_DAY || '2026-11-17';
if (!/^\d{4}-\d\d-\d\d$/.test(day) || !(new Date(day).toISOString().slice(0, 10) === day))
  throw new Error(`YORIAI_TEST_DAY must be a day like 2028-02-29, not ${day}`);

/** The day of every test, in Japan. */
exports.testDay = day;

/** Tests begin at ten in the morning in Japan, so that quiet hours do not depend on when they are run. */
exports.testMorning = new Date(`${day}T10:00:00+09:00`);

/** The day so many days later. */
exports.daysOn = (days) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
