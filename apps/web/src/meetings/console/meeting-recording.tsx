import { gql, type FragmentType, type TypedDocumentNode } from '@apollo/client';
import { useFragment, useMutation } from '@apollo/client/react';
import { Anchor, Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { readUrl } from '@yoriai/domain/meetings';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../../forms/entry-form.js';
import { useEntryForm } from '../../forms/use-entry-form.js';
import type {
  AnswerRecordingMutation,
  AnswerRecordingMutationVariables,
  LinkRecordingMutation,
  LinkRecordingMutationVariables,
  RecordingFragment,
} from '../../graphql/generated/operations.js';
import { longDate } from '../../ui/dates.js';
import { ErrorText } from '../../ui/error-text.js';
import { useLanguage } from '../../ui/use-language.js';

export const recordingFragment: TypedDocumentNode<RecordingFragment> = gql`
  fragment Recording on Meeting {
    id
    status
    timeZone
    recording {
      agreed
      viewerAgrees
      url
      goneAt
    }
  }
`;

const answerRecording: TypedDocumentNode<AnswerRecordingMutation, AnswerRecordingMutationVariables> = gql`
  mutation AnswerRecording($meetingId: ID!, $agrees: Boolean!) {
    answerRecording(meetingId: $meetingId, agrees: $agrees) {
      id
      ...Recording
    }
  }
  ${recordingFragment}
`;
const linkRecording: TypedDocumentNode<LinkRecordingMutation, LinkRecordingMutationVariables> = gql`
  mutation LinkRecording($meetingId: ID!, $url: String) {
    linkRecording(meetingId: $meetingId, url: $url) {
      id
      ...Recording
    }
  }
  ${recordingFragment}
`;

interface Props {
  readonly meeting: FragmentType<RecordingFragment> & { readonly id: string };
  readonly canRun: boolean;
}

/** Each answers for themselves; the link appears when all have agreed. Whose answer is missing is never said. */
export function MeetingRecording({ meeting, canRun }: Props): ReactNode {
  const { t } = useTranslation('run');
  const { data, complete } = useFragment({
    fragment: recordingFragment,
    fragmentName: 'Recording',
    from: meeting,
  });
  const [answer, { loading, error }] = useMutation(answerRecording);
  if (!complete || !data.recording || (data.status !== 'OPEN' && data.status !== 'CLOSED')) return null;
  const { viewerAgrees, agreed, url } = data.recording;
  const give = (agrees: boolean): void =>
    void answer({ variables: { meetingId: data.id, agrees } }).catch(() => undefined);
  return (
    <Paper component="details" open={url !== null}>
      <Text component="summary" fw={700} py={8} style={{ cursor: 'pointer' }}>
        {t('recording')}
      </Text>
      <Title order={2} className="visually-hidden">
        {t('recording')}
      </Title>
      <Stack gap="md" mt="xs">
        <Text size="xs" c="gray.6">
          {t('recordingHint')}
        </Text>
        <Stack gap="xs" role="group" aria-label={t('recordingAsk')}>
          <Text>{t('recordingAsk')}</Text>
          <Group gap="sm">
            {([true, false] as const).map((agrees) => (
              <Button
                key={String(agrees)}
                variant={viewerAgrees === agrees ? 'filled' : 'default'}
                aria-pressed={viewerAgrees === agrees}
                disabled={loading}
                onClick={() => give(agrees)}
              >
                {t(agrees ? 'agree' : 'disagree')}
              </Button>
            ))}
          </Group>
          <Text size="xs" role="status">
            {viewerAgrees !== null && t(viewerAgrees ? 'answeredAgree' : 'answeredDisagree')}
          </Text>
        </Stack>
        {error && <ErrorText error={error} />}
        {url === null && <Text>{t(agreed ? 'allAgreed' : 'notAgreed')}</Text>}
        {url !== null && /^https?:\/\//i.test(url) && <Link recording={data} url={url} canRun={canRun} />}
        {url === null && agreed && canRun && <SetLink meetingId={data.id} />}
      </Stack>
    </Paper>
  );
}

function Link({
  recording: { id, timeZone, recording },
  url,
  canRun,
}: {
  recording: RecordingFragment;
  url: string;
  canRun: boolean;
}): ReactNode {
  const { t } = useTranslation('run');
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

function SetLink({ meetingId }: { meetingId: string }): ReactNode {
  const { t } = useTranslation('run');
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
