import { gql, type FragmentType, type TypedDocumentNode } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Badge, Button, Group, Paper, Stack } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { LiveMeetingFragment } from '../../graphql/generated/operations.js';
import { serverTime } from '../../graphql/server-clock.js';
import { useTenantPath, useViewer } from '../../shell/viewer.js';
import { MarkAttendance, sayHereFragment } from '../attendance/mark-attendance.js';
import { MeetingClock } from './meeting-clock.js';
import { runClockFragment, runStateOf, stepsOf } from './run-state.js';
import { useWakeLock } from './use-wake-lock.js';

export const liveMeetingFragment: TypedDocumentNode<LiveMeetingFragment> = gql`
  fragment LiveMeeting on Meeting {
    id
    status
    startsAt
    viewerCan {
      run
      attend
    }
    ...RunClock @unmask
    ...SayHere
  }
  ${runClockFragment}
  ${sayHereFragment}
`;

interface Props {
  readonly meeting: FragmentType<LiveMeetingFragment> & { readonly id: string };
}

/** On the day: the same clock and prompt as at the console, 来ました, and, for the member who runs it, the links to the console and to paper. */
export function LiveMeeting({ meeting }: Props): ReactNode {
  const { t } = useTranslation(['console', 'minutes']);
  const to = useTenantPath();
  const { member } = useViewer();
  const [now] = useState(serverTime);
  const { data, complete } = useFragment({
    fragment: liveMeetingFragment,
    fragmentName: 'LiveMeeting',
    from: meeting,
  });
  const isOpen = complete && data.status === 'OPEN';
  useWakeLock(isOpen);
  if (!complete || !(isOpen || data.viewerCan.run || data.viewerCan.attend)) return null;
  const run = isOpen ? runStateOf(data) : null;
  return (
    <Paper component="section" aria-label={t(isOpen ? 'live' : 'liveHere')}>
      <Stack gap="md">
        {isOpen && (
          <Badge color="success" w="fit-content">
            {t('live')}
          </Badge>
        )}
        {run && <MeetingClock run={run} steps={stepsOf(data)} />}
        <MarkAttendance meeting={data} viewerId={member.id} />
        {data.viewerCan.run && (
          <Group gap="sm">
            <Button
              component={Link}
              to={to(`/meetings/${data.id}/run`)}
              variant={isOpen ? 'filled' : 'default'}
            >
              {t('toConsole')}
            </Button>
            <Button component={Link} to={to(`/meetings/${data.id}/paper`)} variant="default">
              {t('paper')}
            </Button>
            {Date.parse(data.startsAt) <= now.getTime() && (
              <Button component={Link} to={to(`/meetings/${data.id}/enter`)} variant="default">
                {t('minutes:enter')}
              </Button>
            )}
          </Group>
        )}
      </Stack>
    </Paper>
  );
}
