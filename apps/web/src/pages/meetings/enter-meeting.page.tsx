import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { Button, Paper, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import type {
  EnterMeetingPageQuery,
  EnterMeetingPageQueryVariables,
} from '../../graphql/generated/operations.js';
import { EnterMeeting, enterableFragment } from '../../meetings/minutes/enter-meeting.js';
import { serverTime } from '../../graphql/server-clock.js';
import { NotFound } from '../../shell/not-found.js';
import { useTenantPath } from '../../shell/viewer.js';
import { dateSpan } from '../../ui/dates.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ErrorText } from '../../ui/error-text.js';
import { Page } from '../../ui/page.js';
import { sayDone } from '../../ui/say-done.js';
import { CardSkeletons } from '../../ui/skeletons.js';
import { useLanguage } from '../../ui/use-language.js';

const enterMeetingPage: TypedDocumentNode<EnterMeetingPageQuery, EnterMeetingPageQueryVariables> = gql`
  query EnterMeetingPage($id: ID!) {
    node(id: $id) {
      id
      ... on Meeting {
        title
        status
        startsAt
        endsAt
        timeZone
        viewerCan {
          run
        }
      }
      ...Enterable @unmask
    }
  }
  ${enterableFragment}
`;

/** Five minutes with the attendance sheet beside the phone. */
export function EnterMeetingPage(): ReactNode {
  const { t } = useTranslation(['minutes', 'console']);
  const language = useLanguage();
  const to = useTenantPath();
  const navigate = useNavigate();
  const id = useParams()['id']!;
  const [now] = useState(serverTime);
  const { data, error, refetch } = useQuery(enterMeetingPage, { variables: { id } });
  const meeting = data?.node?.__typename === 'Meeting' ? data.node : null;
  if (data && !meeting) return <NotFound />;
  const isOpenToEntry =
    meeting?.viewerCan.run && (meeting.status === 'OPEN' || Date.parse(meeting.startsAt) <= now.getTime());
  const back = (
    <Button component={Link} to={to(`/meetings/${id}`)} variant="default">
      {t('console:toMeeting')}
    </Button>
  );
  return (
    <Page title={t('enter')} narrow>
      {error && <ErrorText error={error} onRetry={() => void refetch()} />}
      {!data && !error && <CardSkeletons count={1} />}
      {meeting && !isOpenToEntry && <EmptyState action={back}>{t('enterNotNow')}</EmptyState>}
      {meeting && isOpenToEntry && (
        <>
          <Text fw={700}>
            {meeting.title} ・ {dateSpan(meeting, language)}
          </Text>
          <Text>{t('enterIntro')}</Text>
          <Paper>
            <EnterMeeting
              meeting={meeting}
              onEntered={() => {
                sayDone(t('entered'));
                void navigate(to(`/meetings/${id}`));
              }}
            />
          </Paper>
        </>
      )}
    </Page>
  );
}
