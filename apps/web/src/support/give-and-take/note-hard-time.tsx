import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Button, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { isPlainDate, badInput, ok } from '@yoriai/domain/kernel';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../../forms/entry-form.js';
import { useEntryForm } from '../../forms/use-entry-form.js';
import type {
  NoteHardTimeMutation,
  NoteHardTimeMutationVariables,
} from '../../graphql/generated/operations.js';
import { ErrorText } from '../../ui/error-text.js';
import { sayDone } from '../../ui/say-done.js';

export const noteHardTime: TypedDocumentNode<NoteHardTimeMutation, NoteHardTimeMutationVariables> = gql`
  mutation NoteHardTime($input: NoteHardTimeInput!) {
    noteHardTime(input: $input)
  }
`;

interface FormProps {
  /** Of whom a facilitator notes it; absent for the member's own. */
  readonly about?: { readonly groupId: string; readonly memberId: string };
  readonly onDone: () => Promise<unknown>;
}

/** A day, and not a word more. */
export function HardTimeForm({ about, onDone }: FormProps): ReactNode {
  const { t } = useTranslation('giveAndTake');
  const [note] = useMutation(noteHardTime);
  const form = useEntryForm({
    initial: { since: '' },
    labels: { since: t('hardTimeSince') },
    rules: { since: (day) => (isPlainDate(day) ? ok(day) : badInput('since', 'REQUIRED')) },
  });
  return (
    <EntryForm
      form={form}
      submit={t('hardTimeSave')}
      onSubmit={async ({ since }) => {
        await note({ variables: { input: { ...about, since } } });
        sayDone(t('hardTimeSaved'));
        await onDone();
      }}
    >
      <TextInput {...form.field('since', { required: true })} type="date" />
    </EntryForm>
  );
}

/** Takes the day back. */
export function ForgetHardTime({ about, onDone }: FormProps): ReactNode {
  const { t } = useTranslation('giveAndTake');
  const [note, { loading, error }] = useMutation(noteHardTime);
  const forget = (): void =>
    void note({ variables: { input: { ...about, since: null } } })
      .then(() => sayDone(t('hardTimeRemoved')))
      .then(onDone)
      .catch(() => undefined);
  return (
    <>
      <Button variant="default" loading={loading} onClick={forget}>
        {t('hardTimeRemove')}
      </Button>
      {error && <ErrorText error={error} />}
    </>
  );
}

/** 大変な時期, for the member's own. */
export function NoteHardTime({
  since,
  onDone,
}: {
  since: string | null;
  onDone: () => Promise<unknown>;
}): ReactNode {
  const { t } = useTranslation('giveAndTake');
  return (
    <Paper component="section" aria-labelledby="hard-time">
      <Stack gap="md">
        <Title order={2} size="h3" id="hard-time">
          {t('hardTime')}
        </Title>
        <Text>{t('hardTimeText')}</Text>
        {since === null ? (
          <HardTimeForm onDone={onDone} />
        ) : (
          <Stack gap="sm" align="flex-start">
            <Text fw={700}>{t('hardTimeNoted', { date: since.replaceAll('-', '/') })}</Text>
            <ForgetHardTime onDone={onDone} />
          </Stack>
        )}
      </Stack>
    </Paper>
  );
}
