import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Checkbox, Paper, Stack, Text, Textarea } from '@mantine/core';
import { optional } from '@yoriai/domain/kernel';
import { strengthLimits } from '@yoriai/domain/support';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../../forms/entry-form.js';
import { useEntryForm } from '../../forms/use-entry-form.js';
import type {
  WriteStrengthsMutation,
  WriteStrengthsMutationVariables,
} from '../../graphql/generated/operations.js';
import { useViewer } from '../../shell/viewer.js';
import { DangerNote } from '../../ui/danger-note.js';
import { longDate } from '../../ui/dates.js';
import { sayDone } from '../../ui/say-done.js';
import { useLanguage } from '../../ui/use-language.js';

/** The round as the writer sees it; read whole by the page. */
export const strengthsRoundFragment = gql`
  fragment StrengthsRoundParts on StrengthsRound {
    id
    closesAt
    mayBeUnsigned
    peers {
      member {
        id
        displayName
      }
      text
      signed
      version
    }
  }
`;

export const writeStrengths: TypedDocumentNode<WriteStrengthsMutation, WriteStrengthsMutationVariables> = gql`
  mutation WriteStrengths($input: WriteStrengthsInput!) {
    writeStrengths(input: $input) {
      id
      ...StrengthsRoundParts @unmask
    }
  }
  ${strengthsRoundFragment}
`;

interface Line {
  readonly text: string;
  readonly signed: boolean;
}
export interface RoundToWrite {
  readonly id: string;
  readonly closesAt: string;
  readonly mayBeUnsigned: boolean;
  readonly peers: readonly (Line & {
    readonly version: number;
    readonly member: { readonly id: string; readonly displayName: string };
  })[];
}
interface Props {
  readonly round: RoundToWrite;
}

/** One box for each peer, all on one screen; what is left empty is left out. */
export function WriteStrengths({ round }: Props): ReactNode {
  const { t } = useTranslation('strengths');
  const language = useLanguage();
  const { timeZone } = useViewer().tenant;
  const [send] = useMutation(writeStrengths);
  const { peers } = round;
  const form = useEntryForm<{ lines: Readonly<Record<string, Line>> }>({
    initial: {
      lines: Object.fromEntries(peers.map(({ member, text, signed }) => [member.id, { text, signed }])),
    },
    labels: { lines: t('write') },
    rules: {
      lines: (lines) =>
        Object.values(lines)
          .map(({ text }) => optional('lines', text, strengthLimits.text))
          .find((checked) => !checked.ok) ?? { ok: true, value: null },
    },
    draft: `strengths:${round.id}`,
  });
  const lineOf = (id: string): Line => form.values.lines[id] ?? { text: '', signed: true };
  const put = (id: string, change: Partial<Line>): void =>
    form.set({ lines: { ...form.values.lines, [id]: { ...lineOf(id), ...change } } });
  return (
    <EntryForm
      form={form}
      submit={t('save')}
      onSubmit={async ({ lines }) => {
        const changed = peers.flatMap(({ member: { id: memberId }, version, ...before }) => {
          const { text, signed } = lines[memberId] ?? before;
          const same = text.trim() === before.text && (signed === before.signed || text.trim() === '');
          return same ? [] : [{ memberId, text, signed, expectedVersion: version }];
        });
        if (changed.length > 0)
          await send({
            variables: { input: { roundId: round.id, lines: changed, idempotencyKey: form.idempotencyKey } },
          });
        sayDone(t('saved'));
      }}
    >
      <Text>{t('writeIntro', { day: longDate(round.closesAt, timeZone, language) })}</Text>
      <Text size="sm" c="gray.7">
        {round.mayBeUnsigned
          ? `${t('unsignedNote')} ${t('smallGroup', { count: peers.length + 1 })}`
          : t('onlySigned')}
      </Text>
      {peers.map(({ member: { id, displayName } }) => (
        <Paper key={id}>
          <Stack gap="xs">
            <Textarea
              label={t('lineAbout', { name: displayName })}
              autosize
              minRows={2}
              maxLength={strengthLimits.text}
              value={lineOf(id).text}
              onChange={(event) => put(id, { text: event.currentTarget.value })}
            />
            <DangerNote text={lineOf(id).text} />
            {round.mayBeUnsigned && lineOf(id).text.trim() !== '' && (
              <Checkbox
                py={10}
                label={t('signed')}
                checked={lineOf(id).signed}
                onChange={(event) => put(id, { signed: event.currentTarget.checked })}
              />
            )}
          </Stack>
        </Paper>
      ))}
    </EntryForm>
  );
}
