import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation, useQuery } from '@apollo/client/react';
import { NativeSelect, Paper, Text } from '@mantine/core';
import { dateAt } from '@yoriai/domain/kernel';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import type {
  OpenDatePollMutation,
  OpenDatePollMutationVariables,
  PollableGroupsQuery,
  PollableGroupsQueryVariables,
} from '../graphql/generated/operations.js';
import { nextDay } from '../meetings/meeting/next-day.js';
import { PollForm } from '../meetings/date-polls/poll-form.js';
import { useTenantPath, useViewer } from '../shell/viewer.js';
import { EmptyState } from '../ui/empty-state.js';
import { ErrorText } from '../ui/error-text.js';
import { Page } from '../ui/page.js';
import { sayDone } from '../ui/say-done.js';
import { CardSkeletons } from '../ui/skeletons.js';
import '../words/plan-words.js';

const pollableGroups: TypedDocumentNode<PollableGroupsQuery, PollableGroupsQueryVariables> = gql`
  query PollableGroups {
    groups(first: 100) {
      edges {
        node {
          id
          name
          viewerCan {
            scheduleMeetings
          }
        }
      }
    }
  }
`;

export const openDatePoll: TypedDocumentNode<OpenDatePollMutation, OpenDatePollMutationVariables> = gql`
  mutation OpenDatePoll($input: OpenDatePollInput!) {
    openDatePoll(input: $input) {
      id
    }
  }
`;

export function NewPollPage(): ReactNode {
  const { t } = useTranslation('plan');
  const { t: meetings } = useTranslation('meetings');
  const to = useTenantPath();
  const navigate = useNavigate();
  const { timeZone } = useViewer().tenant;
  const [search] = useSearchParams();
  const [chosen, setChosen] = useState(search.get('group'));
  const { data, error, refetch } = useQuery(pollableGroups);
  const [send] = useMutation(openDatePoll, {
    update: (cache) => void cache.evict({ id: 'ROOT_QUERY', fieldName: 'datePolls' }),
  });
  const groups = data?.groups.edges.map(({ node }) => node).filter((one) => one.viewerCan.scheduleMeetings);
  const group = groups?.find(({ id }) => id === chosen) ?? groups?.[0];
  const [today] = useState(() => dateAt(new Date(), timeZone));
  return (
    <Page title={t('newPoll')} narrow>
      {error && <ErrorText error={error} onRetry={() => void refetch()} />}
      {!data && !error && <CardSkeletons />}
      {groups?.length === 0 && <EmptyState>{t('nobodyToAsk')}</EmptyState>}
      {groups && group && (
        <>
          <Text>{t('newPollIntro')}</Text>
          <Paper>
            {groups.length > 1 && (
              <NativeSelect
                mb="lg"
                label={meetings('group')}
                data={groups.map(({ id, name }) => ({ value: id, label: name }))}
                value={group.id}
                onChange={(event) => setChosen(event.currentTarget.value)}
              />
            )}
            <PollForm
              timeZone={timeZone}
              draft="date-poll"
              submit={t('start')}
              initial={{
                title: '',
                note: '',
                closesOn: '',
                options: [14, 15, 16].map((n) => ({ date: nextDay(today, n), time: '19:00' })),
              }}
              onSubmit={async ({ closesOn, ...entry }, idempotencyKey) => {
                const input = { ...entry, groupId: group.id, closesOn: closesOn || null, idempotencyKey };
                const { data: done } = await send({ variables: { input } });
                sayDone(t('started'));
                void navigate(to(`/polls/${done!.openDatePoll.id}`), { replace: true });
              }}
            />
          </Paper>
        </>
      )}
    </Page>
  );
}
