import { describe, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { renderPage } from '../../testing/render-page.js';
import { importProgrammes, ImportRoster, importRoster, previewRoster } from './import-roster.js';
import { csvOf } from './roster-csv.js';

const file = new File(['氏名,メール\r\n山田 太郎,taro@example.jp\r\n'], '名簿.csv', { type: 'text/csv' });
const row = {
  __typename: 'RosterRow',
  line: 2,
  name: '山田 太郎',
  email: 'taro@example.jp',
  phone: null,
  businessName: 'やまだ商店',
  role: 'MEMBER',
  groups: ['みなと水曜会'],
  facilitates: false,
  outcome: 'NEW',
};
const preview = (changes: object) => ({
  request: { query: previewRoster, variables: () => true },
  result: {
    data: {
      previewRosterImport: {
        __typename: 'RosterPreview',
        importable: true,
        encoding: 'Shift_JIS',
        groups: [],
        rows: [row],
        problems: [],
        ...changes,
      },
    },
  },
});
const programmes = {
  request: { query: importProgrammes },
  result: { data: { programmes: [{ __typename: 'Programme', id: 'prg_1', name: '創業塾' }] } },
};
const problem = (line: number, column: string | null, code: string, value: string | null) => ({
  __typename: 'RosterProblem',
  line,
  column,
  code,
  value,
});
const choose = async (): Promise<void> => {
  const input = document.querySelector<HTMLInputElement>('input[type=file]')!;
  await userEvent.upload(input, file);
};

describe('importing a roster', () => {
  it('names every bad row and why, and imports nothing', async () => {
    const problems = [
      problem(3, '電話', 'BAD_PHONE', '090-12'),
      problem(7, 'メール', 'DUPLICATE_EMAIL', 'taro@example.jp'),
    ];
    renderPage(<ImportRoster membersLink={null} />, { mocks: [preview({ importable: false, problems })] });
    await choose();
    const alert = within(await screen.findByRole('alert'));
    alert.getByText('直すところが2件あります');
    alert.getByText(/3行目/);
    alert.getByText(/電話番号の桁数か書き方が正しくありません/);
    alert.getByText('「090-12」');
    expect(screen.queryByRole('button', { name: /取り込む$/ })).toBeNull();
  });

  it('imports after a look, and says what has become of whom', async () => {
    const result = { created: 1, updated: 0, unchanged: 0, invited: 1, proposed: 0, groupsCreated: 0 };
    const mocks = [
      programmes,
      preview({}),
      {
        request: { query: importRoster, variables: () => true },
        result: { data: { importRoster: { __typename: 'RosterImportResult', ...result } } },
      },
    ];
    renderPage(<ImportRoster membersLink={null} />, { mocks });
    await choose();
    await userEvent.click(await screen.findByRole('button', { name: '1人を取り込む' }));
    await screen.findByText('新しい会員 1人');
    screen.getByText('招待のメール 1通');
  });

  it('is accessible', async () => {
    const { container } = renderPage(<ImportRoster membersLink={null} />, {
      mocks: [programmes, preview({ groups: ['みなと水曜会'] })],
    });
    await choose();
    await screen.findByText('やまだ商店');
    await screen.findByRole('option', { name: '創業塾' });
    expect((await axe(container)).violations).toEqual([]);
  });
});

describe('a roster that leaves as a file', () => {
  it('opens in Excel with the right characters and runs no formula', () => {
    expect(csvOf([['髙﨑 "花"', '=1+1', '+81 90-1234-5678', '-']])).toBe(
      `\ufeff"髙﨑 ""花""","'=1+1","+81 90-1234-5678","'-"\r\n`,
    );
  });
});
