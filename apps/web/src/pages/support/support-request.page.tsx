import { gql, type TypedDocumentNode } from '@apollo/client';
import { useApolloClient, useQuery, useSubscription } from '@apollo/client/react';
import { Alert, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type {
  SupportRequestPageQuery,
  SupportRequestPageQueryVariables,
  SupportRequestUpdatesSubscription,
  SupportRequestUpdatesSubscriptionVariables,
} from '../../graphql/generated/operations.js';
import { NotFound } from '../../shell/not-found.js';
import { useViewer } from '../../shell/viewer.js';
import { DangerNote } from '../../ui/danger-note.js';
import { WelcomeAdvice, adviceLeaveFields } from '../../support/advice/welcome-advice.js';
import { EditSupportRequest } from '../../support/requests/edit-support-request.js';
import { ForAsker } from '../../support/nudges/for-asker.js';
import { forAskerFields } from '../../support/nudges/ask-second-person.js';
import { MuteRequest } from '../../support/mutes/mute-request.js';
import { NudgeForMe, nudgeForMeFields } from '../../support/nudges/snooze-nudge.js';
import { OfferList, offerInList, offerListFragment } from '../../support/offers/offer-list.js';
import { OfferSupport } from '../../support/offers/offer-support.js';
import { PrivateNotes } from '../../support/private-notes/private-notes.js';
import { ReplyList, addReplies, replyInThread } from '../../support/replies/reply-list.js';
import { ReplyToSupportRequest } from '../../support/replies/reply-to-support-request.js';
import { AskedBy, AudienceWords, StatusBadge } from '../../support/requests/request-card.js';
import { ResolveSupportRequest } from '../../support/thanks/resolve-support-request.js';
import { RevealSupportRequestAuthor } from '../../support/anonymity/reveal-support-request-author.js';
import { SupportTypeBadge } from '../../support/requests/support-type.js';
import { ThanksList } from '../../support/thanks/thanks-list.js';
import { WithdrawSupportRequest } from '../../support/requests/withdraw-support-request.js';
import { Worries } from '../../support/worries/worries.js';
import { Worry } from '../../support/worries/tell-of-worry.js';
import { ago } from '../../ui/dates.js';
import { ErrorText } from '../../ui/error-text.js';
import { Page } from '../../ui/page.js';
import { CardSkeletons } from '../../ui/skeletons.js';
import { useLanguage } from '../../ui/use-language.js';

/** What the asker wrote, and how far it has come. */
const requestWords = gql`
  fragment SupportRequestWords on SupportRequest {
    id
    type
    wanted
    title
    body
    status
    urgency
    audience
    anonymous
    mine
    acceptsPaid
    outcome
    createdAt
    version
    author {
      id
      displayName
      kana
    }
    group {
      id
      name
    }
    thanks {
      message
      createdAt
      from {
        id
        displayName
      }
      to {
        id
        displayName
      }
    }
    viewerCan {
      reply
      offer
      resolve
      withdraw
      edit
      reveal
      sendNote
      worry
      mute
    }
  }
`;

const requestParts = gql`
  fragment SupportRequestParts on SupportRequest {
    id
    muted
    worries {
      id
      note
      replyId
      createdAt
    }
    ...SupportRequestWords @unmask
    ...AdviceLeave @unmask
    ...NudgeForMe @unmask
    ...ForAsker @unmask
    ...OfferList @unmask
  }
  ${requestWords}
  ${adviceLeaveFields}
  ${nudgeForMeFields}
  ${forAskerFields}
  ${offerListFragment}
`;

export const supportRequestPage: TypedDocumentNode<
  SupportRequestPageQuery,
  SupportRequestPageQueryVariables
> = gql`
  query SupportRequestPage($id: ID!) {
    node(id: $id) {
      id
      ...SupportRequestParts @unmask
    }
  }
  ${requestParts}
`;

export const supportRequestUpdates: TypedDocumentNode<
  SupportRequestUpdatesSubscription,
  SupportRequestUpdatesSubscriptionVariables
> = gql`
  subscription SupportRequestUpdates($id: ID!) {
    supportRequestUpdates(requestId: $id) {
      requestId
      request {
        ...SupportRequestWords
        ...AdviceLeave
      }
      answered {
        id
        status
        replyCount
        version
        offers {
          id
        }
        viewerCan {
          resolve
        }
        ...NudgeForMe
        ...ForAsker
      }
      replies {
        ...ReplyInThread @unmask
      }
      offers {
        ...OfferInList
      }
    }
  }
  ${requestWords}
  ${adviceLeaveFields}
  ${nudgeForMeFields}
  ${forAskerFields}
  ${replyInThread}
  ${offerInList}
`;

/** The request and everything said to it, live. */
export function SupportRequestPage(): ReactNode {
  const { t } = useTranslation('support');
  const language = useLanguage();
  const { tenant, member } = useViewer();
  const { timeZone } = tenant;
  const { cache } = useApolloClient();
  const id = useParams()['id']!;
  const [now] = useState(() => new Date());
  const replyBox = useRef<HTMLDivElement>(null);
  const { data, error, refetch } = useQuery(supportRequestPage, { variables: { id } });
  // Whatever has an id finds its place in the cache by itself; a thread grows.
  useSubscription(supportRequestUpdates, {
    variables: { id },
    ignoreResults: true,
    onData: ({ data: { data: change } }) =>
      addReplies(cache, id, change?.supportRequestUpdates.replies ?? []),
  });
  const request = data?.node?.__typename === 'SupportRequest' ? data.node : null;
  if (data && !request) return <NotFound />;
  if (!request)
    return (
      <Page title={t('title')} narrow>
        {error ? <ErrorText error={error} onRetry={() => void refetch()} /> : <CardSkeletons />}
      </Page>
    );
  const can = request.viewerCan;
  const toReply = (): void => {
    replyBox.current?.scrollIntoView({ block: 'center' });
    replyBox.current?.querySelector('textarea')?.focus();
  };
  // Telling needs a group whose facilitators read this; whether one is left to tell says the server.
  const canTell = request.group !== null && request.audience !== 'CHOSEN';
  const offered = request.offers.some(
    ({ helper, status }) => helper?.id === member.id && status !== 'WITHDRAWN' && status !== 'DECLINED',
  );
  return (
    <Page title={request.title} narrow>
      {error && <ErrorText error={error} onRetry={() => void refetch()} />}
      <Paper>
        <Stack gap="md">
          <Group gap="xs">
            <SupportTypeBadge type={request.type} />
            <StatusBadge status={request.status} />
          </Group>
          <Group gap="md" c="gray.6">
            <Text size="xs">
              <AskedBy {...request} />
            </Text>
            <Text size="xs">
              <AudienceWords audience={request.audience} groupName={request.group?.name} />
            </Text>
            <Text size="xs">{ago(request.createdAt, now, timeZone, language)}</Text>
          </Group>
          <Text style={{ whiteSpace: 'pre-wrap' }}>{request.body}</Text>
          <div>
            <Text size="xs" c="gray.6">
              {t('wanted')}
            </Text>
            <Text fw={700}>{t(request.wanted)}</Text>
          </div>
          {request.outcome && (
            <Alert color="success" variant="light" title={t('outcomeWas')}>
              <Text style={{ whiteSpace: 'pre-wrap' }}>{request.outcome}</Text>
            </Alert>
          )}
          {(can.resolve || can.edit || can.reveal || can.withdraw || can.worry || can.mute) && (
            <Group gap="xs" role="group" aria-label={t('more')}>
              {can.resolve && <ResolveSupportRequest request={request} />}
              {can.edit && <EditSupportRequest request={request} />}
              {can.reveal && <RevealSupportRequestAuthor requestId={request.id} />}
              {can.withdraw && <WithdrawSupportRequest requestId={request.id} />}
              {can.worry && (
                <Worry
                  requestId={request.id}
                  name={request.anonymous ? null : (request.author?.displayName ?? null)}
                  canTell={canTell}
                />
              )}
              {can.mute && <MuteRequest request={request} />}
            </Group>
          )}
        </Stack>
      </Paper>
      {request.mine && can.withdraw && <DangerNote text={request.body} />}
      <NudgeForMe nudge={request.viewerNudge} open={can.reply} onAnswer={toReply} />
      <ForAsker
        requestId={request.id}
        forAsker={request.forAsker}
        ways={
          <>
            {can.resolve && <ResolveSupportRequest request={request} />}
            {can.withdraw && <WithdrawSupportRequest requestId={request.id} />}
          </>
        }
      />
      <Worries worries={request.worries} />
      <WelcomeAdvice request={request} />
      <ThanksList thanks={request.thanks} anonymous={request.anonymous} />
      {(request.offers.length > 0 || can.offer) && (
        <Stack gap="md" component="section" aria-labelledby="offers">
          <Title order={2} size="h3" id="offers">
            {t('offers')}
          </Title>
          <OfferList request={request} />
          {can.offer && !offered && (
            <Group>
              <OfferSupport requestId={request.id} acceptsPaid={request.acceptsPaid} />
            </Group>
          )}
        </Stack>
      )}
      <Stack gap="md" component="section" aria-labelledby="replies">
        <Title order={2} size="h3" id="replies">
          {t('conversation')}
        </Title>
        <ReplyList requestId={request.id} open={can.reply} canTell={canTell} />
        {can.reply && (
          <Paper ref={replyBox}>
            <ReplyToSupportRequest request={request} />
          </Paper>
        )}
      </Stack>
      <PrivateNotes request={request} />
    </Page>
  );
}
