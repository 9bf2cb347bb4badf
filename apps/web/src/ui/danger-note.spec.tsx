import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { renderPage } from '../testing/render-page.js';
import { DangerNote } from './danger-note.js';

const src = join(import.meta.dirname, '..');

/** Boxes of several lines in which members do not write about themselves. */
const aboutOtherThings = [
  'groups/charter/amend-charter.tsx',
  'groups/group/group-fields.tsx',
  'groups/proposals/raise-concern.tsx',
  'meetings/minutes/close-meeting.tsx',
  'meetings/minutes/enter-meeting.tsx',
  'meetings/minutes/correct-minutes.tsx',
  // The office, about a member.
  'people/members/update-member.tsx',
  // About another member: stands below the help lines.
  'support/worries/tell-of-worry.tsx',
];
/** One line each, about the writer. */
const lines = [
  'meetings/minutes/answer-closing-round.tsx',
  'meetings/commitments/make-commitment.tsx',
  'meetings/commitments/why-dropped.tsx',
];

const read = (file: string): string => readFileSync(join(src, file), 'utf8');

describe('signs of danger', () => {
  it.each(['もう消えてしまいたいです', 'ｼﾆﾀｲ', 'I want to die'])('%s: shows whom to call', (text) => {
    renderPage(<DangerNote text={text} />);
    expect(screen.getByText('とてもつらい状況のように見えます')).toBeTruthy();
    expect(screen.getByRole('link', { name: '119に電話' }).getAttribute('href')).toBe('tel:119');
  });

  it('says nothing about anything else', () => {
    renderPage(<DangerNote text="値上げの話です" />);
    expect(screen.getByRole('status').textContent).toBe('');
  });

  it('is looked for in every box in which people write about themselves', () => {
    const boxes = readdirSync(src, { recursive: true, encoding: 'utf8' })
      .filter(
        (file) => file.endsWith('.tsx') && !file.endsWith('.spec.tsx') && read(file).includes('<Textarea'),
      )
      .filter((file) => !aboutOtherThings.includes(file));
    expect([...boxes, ...lines].filter((file) => !read(file).includes('<DangerNote text='))).toEqual([]);
    expect(boxes.length).toBeGreaterThan(10);
  });
});
