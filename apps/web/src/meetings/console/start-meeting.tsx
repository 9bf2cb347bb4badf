import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { isFarFromItsTime } from '@yoriai/domain/meetings';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type {
  ConsolePageQuery,
  StartMeetingMutation,
  StartMeetingMutationVariables,
} from '../../graphql/generated/operations.js';
import { serverTime } from '../../graphql/server-clock.js';
import { useTenantPath, useViewer } from '../../shell/viewer.js';
import { dateSpan } from '../../ui/dates.js';
import { DialogButton } from '../../ui/dialog-button.js';
import { ErrorText } from '../../ui/error-text.js';
import { useLanguage } from '../../ui/use-language.js';
import { HandOverMeeting } from '../meeting/hand-over-meeting.js';
import { consolePageFragment } from './console-page-fragment.js';

export const startMeeting: TypedDocumentNode<StartMeetingMutation, StartMeetingMutationVariables> = gql`
  mutation StartMeeting($id: ID!) {
    startMeeting(meetingId: $id) {
      id
      ...ConsolePageParts
    }
  }
  ${consolePageFragment}
`;

export function StartMeeting({ meeting }: { meeting: Meeting }): ReactNode {
  const { t } = useTranslation('console');
  const language = useLanguage();
  const to = useTenantPath();
  const { member } = useViewer();
  const [start, { loading, error }] = useMutation(startMeeting, { variables: { id: meeting.id } });
  const [now] = useState(serverTime);
  const span = { startsAt: new Date(meeting.startsAt), endsAt: new Date(meeting.endsAt) };
  const isFar = isFarFromItsTime(span, now);
  return (
    <Paper>
      <Stack gap="md">
        <Text>{t('startAsk', { date: dateSpan(meeting, language) })}</Text>
        <Text c="gray.6">
          {t('consoleIntro')}
          {t('onOnePhone')}
        </Text>
        {isFar ? (
          <DialogButton label={t('start')} title={t('startFarTitle')} h={64} fz="lg">
            {(close) => (
              <Stack gap="md">
                <Text>{t('startFarAsk', { date: dateSpan(meeting, language) })}</Text>
                <Button loading={loading} onClick={() => void start().then(close, () => undefined)}>
                  {t('startFarDo')}
                </Button>
                <Button variant="default" onClick={close}>
                  {t('startFarNot')}
                </Button>
                {error && <ErrorText error={error} />}
              </Stack>
            )}
          </DialogButton>
        ) : (
          <Button h={64} fz="lg" loading={loading} onClick={() => void start().catch(() => undefined)}>
            {t('start')}
          </Button>
        )}
        {error && !isFar && <ErrorText error={error} />}
        <Group gap="sm" align="flex-start">
          <Button component={Link} to={to(`/meetings/${meeting.id}/paper`)} variant="default">
            {t('paper')}
          </Button>
          <HandOverMeeting meeting={meeting} viewerId={member.id} />
        </Group>
      </Stack>
    </Paper>
  );
}

export type Meeting = Extract<NonNullable<ConsolePageQuery['node']>, { __typename: 'Meeting' }>;
