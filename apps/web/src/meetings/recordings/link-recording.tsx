import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Anchor, Button, Stack, Text, TextInput } from '@mantine/core';
import { readUrl } from '@yoriai/domain/meetings';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../../forms/entry-form.js';
import { useEntryForm } from '../../forms/use-entry-form.js';
import type {
  LinkRecordingMutation,
  LinkRecordingMutationVariables,
  RecordingFragment,
} from '../../graphql/generated/operations.js';
import { longDate } from '../../ui/dates.js';
import { ErrorText } from '../../ui/error-text.js';
import { useLanguage } from '../../ui/use-language.js';
import { recordingFragment } from './answer-recording.js';

const linkRecording: TypedDocumentNode<LinkRecordingMutation, LinkRecordingMutationVariables> = gql`
  mutation LinkRecording($meetingId: ID!, $url: String) {
    linkRecording(meetingId: $meetingId, url: $url) {
      id
      ...Recording
    }
  }
  ${recordingFragment}
`;

export function Link({
  recording: { id, timeZone, recording },
  url,
  canRun,
}: {
  recording: RecordingFragment;
  url: string;
  canRun: boolean;
}): ReactNode {
  const { t } = useTranslation('recordings');
  const language = useLanguage();
  const [send, { loading, error }] = useMutation(linkRecording);
  return (
    <Stack gap="xs" align="flex-start">
      <Anchor href={url} target="_blank" rel="noreferrer" py={8}>
        {t('openRecording')}
      </Anchor>
      {recording?.goneAt && (
        <Text size="xs" c="gray.6">
          {t('recordingGone', { date: longDate(recording.goneAt, timeZone, language) })}
        </Text>
      )}
      {canRun && (
        <Button
          variant="subtle"
          px="xs"
          loading={loading}
          onClick={() => void send({ variables: { meetingId: id, url: null } }).catch(() => undefined)}
        >
          {t('removeRecording')}
        </Button>
      )}
      {error && <ErrorText error={error} />}
    </Stack>
  );
}

export function SetLink({ meetingId }: { meetingId: string }): ReactNode {
  const { t } = useTranslation('recordings');
  const [send] = useMutation(linkRecording);
  const form = useEntryForm({
    initial: { url: '' },
    labels: { url: t('recordingUrl') },
    rules: { url: readUrl },
  });
  return (
    <EntryForm
      form={form}
      submit={t('setRecording')}
      onSubmit={({ url }) => send({ variables: { meetingId, url } })}
    >
      <TextInput
        {...form.field('url', { required: true })}
        description={t('recordingUrlHint')}
        inputMode="url"
      />
    </EntryForm>
  );
}
