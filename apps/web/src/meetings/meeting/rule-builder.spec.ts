import { describe, expect, it } from '@jest/globals';
import { entryOf, ruleText } from './rule-builder.js';

describe('a rule that is there already', () => {
  it.each([
    'FREQ=MONTHLY;BYDAY=2WE;COUNT=12',
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH',
    'FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3',
  ])('%s stands in the boxes and comes out again', (rule) => expect(ruleText(entryOf(rule))).toBe(rule));
  it.each([
    'FREQ=MONTHLY;BYDAY=1WE,3WE',
    'FREQ=WEEKLY;BYDAY=MO,TH;COUNT=4',
    'FREQ=WEEKLY;INTERVAL=3;BYDAY=TH',
    'FREQ=MONTHLY;BYDAY=5WE',
    'FREQ=MONTHLY;BYMONTHDAY=30',
    'FREQ=YEARLY;BYMONTH=1;BYDAY=2WE',
  ])('%s, which the boxes have no words for, is kept as it is', (rule) => {
    expect(entryOf(rule).repeat).toBe('kept');
    expect(ruleText(entryOf(rule))).toBe(rule);
  });
});
