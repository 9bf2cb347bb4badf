import { afterEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import type { GroupAgendaFragment } from '../../graphql/generated/operations.js';
import { renderPage } from '../../testing/render-page.js';
import { AgendaTemplates } from './agenda-templates.js';
import { createAgendaTemplate } from './create-agenda-template.js';
import { editAgendaTemplate } from './edit-agenda-template.js';
import { removeAgendaTemplate } from './remove-agenda-template.js';

const user = () => userEvent.setup({ delay: null });
afterEach(() => localStorage.clear());

const usual: GroupAgendaFragment = {
  __typename: 'AgendaTemplate',
  id: 'agt_1',
  name: 'いつもの会',
  version: 2,
  steps: [
    {
      __typename: 'AgendaTemplateStep',
      key: null,
      name: '工場見学',
      minutes: 30,
      perPerson: false,
      speakerRule: 'ALL',
      allowed: [],
    },
    {
      __typename: 'AgendaTemplateStep',
      key: 'updates',
      name: '近況',
      minutes: 5,
      perPerson: true,
      speakerRule: 'ALL',
      allowed: ['UPDATE'],
    },
  ],
};
const sent = usual.steps.map(({ __typename: _, ...step }) => step);
const page = (agendas: readonly GroupAgendaFragment[] = [usual]) => (
  <AgendaTemplates groupId="grp_1" headCount={6} agendas={agendas} />
);
const edit = (name: string, steps: readonly object[]) => ({
  query: editAgendaTemplate,
  variables: {
    input: { templateId: 'agt_1', name, steps: steps as typeof sent, expectedVersion: 2 },
  },
});

describe('the agendas that a group keeps', () => {
  it('say what each step takes, each person’s apart', () => {
    renderPage(page());
    const article = screen.getByRole('article', { name: 'いつもの会' });
    within(article).getByText('30分');
    within(article).getByText('1人5分');
  });

  it('are renamed and changed, on the version that was on screen', async () => {
    const steps = [{ ...sent[0]!, minutes: 20, perPerson: true }, sent[1]!];
    renderPage(page(), {
      mocks: [
        {
          request: edit('見学の会', steps),
          result: { data: { editAgendaTemplate: { ...usual, name: '見学の会', version: 3 } } },
        },
      ],
    });
    await user().click(screen.getByRole('button', { name: '「いつもの会」の編集' }));
    await screen.findByText(/6人なら、合計60分/);
    const name = screen.getByRole('textbox', { name: /ひな形の名前/ });
    await user().clear(name);
    await user().type(name, '見学の会');
    const minutes = screen.getByLabelText('1番目の長さ(分)');
    await user().clear(minutes);
    await user().type(minutes, '20');
    await user().click(screen.getByRole('checkbox', { name: '1番目は、1人あたりの分数にする' }));
    screen.getByText(/6人なら、合計150分/);
    await user().click(screen.getByRole('button', { name: '保存' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('say so when another member was faster, and keep what was typed', async () => {
    const error = { message: 'x', extensions: { code: 'CONFLICT', params: { version: 3 } } };
    renderPage(page(), { mocks: [{ request: edit('見学の会', sent), result: { errors: [error] } }] });
    await user().click(screen.getByRole('button', { name: '「いつもの会」の編集' }));
    const name = await screen.findByRole('textbox', { name: /ひな形の名前/ });
    await user().clear(name);
    await user().type(name, '見学の会');
    await user().click(screen.getByRole('button', { name: '保存' }));
    await screen.findByRole('alert');
    expect((screen.getByRole('textbox', { name: /ひな形の名前/ }) as HTMLInputElement).value).toBe(
      '見学の会',
    );
  });

  it('are refused without steps, before anything is sent', async () => {
    renderPage(page());
    await user().click(screen.getByRole('button', { name: '「いつもの会」の編集' }));
    for (const one of ['工場見学', '近況'])
      await user().click(await screen.findByRole('button', { name: `${one}を外す` }));
    await user().click(screen.getByRole('button', { name: '保存' }));
    await screen.findByText('進め方を入力してください');
  });

  it('are taken out of use only after asking', async () => {
    let removed = false;
    const data = { __typename: 'Group' as const, id: 'grp_1', agendaTemplates: [] };
    renderPage(page(), {
      mocks: [
        {
          request: { query: removeAgendaTemplate, variables: { id: 'agt_1' } },
          result: () => {
            removed = true;
            return { data: { removeAgendaTemplate: data } };
          },
        },
      ],
    });
    await user().click(screen.getByRole('button', { name: '「いつもの会」の削除' }));
    const dialog = await screen.findByRole('dialog');
    expect(removed).toBe(false);
    await user().click(within(dialog).getByRole('button', { name: '削除' }));
    await waitFor(() => expect(removed).toBe(true));
  });

  it('begin from a template', async () => {
    const input = {
      groupId: 'grp_1',
      name: '最後に',
      idempotencyKey: expect.any(String) as unknown as string,
      steps: ['welcome', 'look-back', 'thanks', 'from-here', 'close'],
    };
    const seen: object[] = [];
    renderPage(page([]), {
      mocks: [
        {
          request: {
            query: createAgendaTemplate,
            variables: ({ input: given }) => {
              seen.push({ ...given, steps: given.steps.map((step: { key: string }) => step.key) });
              return true;
            },
          },
          result: {
            data: {
              createAgendaTemplate: { __typename: 'AgendaTemplate' as const, id: 'agt_9', name: '最後に' },
            },
          },
        },
      ],
    });
    await user().click(screen.getByRole('button', { name: '新しいひな形' }));
    await user().selectOptions(await screen.findByLabelText('もとにする進め方'), '最後の会');
    await user().type(screen.getByRole('textbox', { name: /ひな形の名前/ }), '最後に');
    await user().click(screen.getByRole('button', { name: 'ひな形を保存' }));
    await waitFor(() => expect(seen).toEqual([input]));
  });

  it('is accessible', async () => {
    const { container } = renderPage(page());
    expect((await axe(container)).violations).toEqual([]);
  });
});
