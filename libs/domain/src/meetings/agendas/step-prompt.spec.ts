import { expect, it, test } from '@jest/globals';
import { agendaFor, standardAgendas } from './agenda.js';
import { stepPrompt } from './step-prompt.js';

test.each(['ja', 'en'] as const)('every step of every template has something plain to say (%s)', (locale) => {
  for (const template of standardAgendas)
    for (const step of agendaFor(template, { nth: 5, headCount: 8, durationMinutes: 120 }))
      expect([step.key, stepPrompt(step, locale)]).toEqual([step.key, expect.stringMatching(/[。.]$/)]);
});
it('questions about the facts are nothing but that', () =>
  expect(
    stepPrompt({ key: null, speakerRule: 'ALL_EXCEPT_PRESENTER', allowed: ['FACTS', 'QUESTIONS'] }, 'ja'),
  ).toBe('いまは、事実を確かめる質問だけにしましょう。'));
it('a step of one’s own that allows everything is left alone', () =>
  expect(stepPrompt({ key: null, speakerRule: 'ALL', allowed: [] }, 'ja')).toBeNull());
