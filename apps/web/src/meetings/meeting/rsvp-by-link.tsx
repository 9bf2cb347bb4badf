import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation, useQuery } from '@apollo/client/react';
import { Alert, Button, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  Rsvp,
  RsvpByLinkMutation,
  RsvpByLinkMutationVariables,
  RsvpLinkQuery,
  RsvpLinkQueryVariables,
} from '../../graphql/generated/operations.js';
import { dateSpan } from '../../ui/dates.js';
import { ErrorText } from '../../ui/error-text.js';
import { CardSkeletons } from '../../ui/skeletons.js';
import { useLanguage } from '../../ui/use-language.js';

const preview = gql`
  fragment RsvpLinkPreview on RsvpLinkPreview {
    meetingId
    title
    groupName
    displayName
    startsAt
    endsAt
    timeZone
    format
    place
    rsvp
    over
    cancelled
    cancelReason
  }
`;

export const rsvpLinkQuery: TypedDocumentNode<RsvpLinkQuery, RsvpLinkQueryVariables> = gql`
  query RsvpLink($token: String!) {
    rsvpLink(token: $token) {
      ...RsvpLinkPreview @unmask
    }
  }
  ${preview}
`;

export const rsvpByLink: TypedDocumentNode<RsvpByLinkMutation, RsvpByLinkMutationVariables> = gql`
  mutation RsvpByLink($token: String!, $rsvp: Rsvp!) {
    rsvpByLink(token: $token, rsvp: $rsvp) {
      ...RsvpLinkPreview @unmask
    }
  }
  ${preview}
`;

/** From the mail: opening the link answers nothing (mail programs open links by themselves), one tap here does. */
export function RsvpByLink({ token }: { token: string }): ReactNode {
  const { t } = useTranslation('tenancy');
  const language = useLanguage();
  const { data, error, refetch } = useQuery(rsvpLinkQuery, {
    variables: { token },
    fetchPolicy: 'network-only',
    context: { guest: true },
  });
  const [answer, answering] = useMutation(rsvpByLink, { context: { guest: true } });
  if (error) return <ErrorText error={error} onRetry={() => void refetch()} />;
  if (!data) return <CardSkeletons count={1} />;
  if (!data.rsvpLink) return <ErrorText failure={{ code: 'LINK_INVALID' }} />;
  const meeting = answering.data?.rsvpByLink ?? data.rsvpLink;
  const choices: readonly Rsvp[] = meeting.format === 'HYBRID' ? ['YES', 'ONLINE', 'NO'] : ['YES', 'NO'];
  const give = (rsvp: Rsvp): Promise<unknown> =>
    answer({ variables: { token, rsvp } }).catch(() => undefined);
  return (
    <Paper>
      <Stack gap="md">
        <div>
          <Text c="gray.6">{meeting.groupName}</Text>
          <Title order={2}>{meeting.title}</Title>
        </div>
        {meeting.cancelled && (
          <Alert color="red" title={t('rsvpCancelled')}>
            {meeting.cancelReason && t('rsvpCancelReason', { reason: meeting.cancelReason })}
          </Alert>
        )}
        <Text fw={700} td={meeting.cancelled ? 'line-through' : undefined}>
          {dateSpan(meeting, language)}
        </Text>
        {meeting.place && (
          <Text>
            {t('place')}: {meeting.place}
          </Text>
        )}
        <Text>{t('rsvpFor', { name: meeting.displayName })}</Text>
        <div role="status">
          {answering.data && meeting.rsvp && (
            <Alert color="success">{t('rsvpThanks', { answer: t(`rsvp${meeting.rsvp}`) })}</Alert>
          )}
          {!answering.data && meeting.rsvp && (
            <Text>{t('rsvpNow', { answer: t(`rsvp${meeting.rsvp}`) })}</Text>
          )}
        </div>
        {answering.error && <ErrorText error={answering.error} />}
        {meeting.over && !meeting.cancelled && <Alert color="attention">{t('rsvpOver')}</Alert>}
        {!meeting.over && (
          <Stack gap="sm" role="group" aria-label={t('rsvpAsk')}>
            <Text fw={700}>{t('rsvpAsk')}</Text>
            {choices.map((rsvp) => (
              <Button
                key={rsvp}
                variant={meeting.rsvp === rsvp ? 'filled' : 'default'}
                aria-pressed={meeting.rsvp === rsvp}
                loading={answering.loading}
                onClick={() => void give(rsvp)}
              >
                {t(`rsvp${rsvp}`)}
              </Button>
            ))}
            <Text c="gray.6">{t('rsvpChange')}</Text>
          </Stack>
        )}
      </Stack>
    </Paper>
  );
}
