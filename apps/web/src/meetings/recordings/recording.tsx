import type { FragmentType } from '@apollo/client';
import { useFragment, useMutation } from '@apollo/client/react';
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordingFragment } from '../../graphql/generated/operations.js';
import { ErrorText } from '../../ui/error-text.js';
import { answerRecording, recordingFragment } from './answer-recording.js';
import { Link, SetLink } from './link-recording.js';

interface Props {
  readonly meeting: FragmentType<RecordingFragment> & { readonly id: string };
  readonly canRun: boolean;
}

/** Each answers for themselves; the link appears when all have agreed. Whose answer is missing is never said. */
export function Recording({ meeting, canRun }: Props): ReactNode {
  const { t } = useTranslation('recordings');
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
