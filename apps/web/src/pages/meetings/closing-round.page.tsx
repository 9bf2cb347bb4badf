import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { Button, Paper, Stack, Text, Title } from '@mantine/core';
import { safetyItems } from '@yoriai/domain/meetings';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import type {
  ClosingRoundPageQuery,
  ClosingRoundPageQueryVariables,
} from '../../graphql/generated/operations.js';
import { AnswerClosingRound, closingRoundFragment } from '../../meetings/minutes/answer-closing-round.js';
import { NotFound } from '../../shell/not-found.js';
import { useTenantPath } from '../../shell/viewer.js';
import { shortDate } from '../../ui/dates.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ErrorText } from '../../ui/error-text.js';
import { Page } from '../../ui/page.js';
import { CardSkeletons } from '../../ui/skeletons.js';
import { useLanguage } from '../../ui/use-language.js';

const closingRoundPage: TypedDocumentNode<ClosingRoundPageQuery, ClosingRoundPageQueryVariables> = gql`
  query ClosingRoundPage($id: ID!) {
    node(id: $id) {
      id
      ... on Meeting {
        title
        timeZone
        closingRound {
          open
          endsAt
          takesPart
        }
        group {
          id
          safety {
            n
            spoke
            safe
            heard
          }
        }
        ...ClosingRoundForm
      }
    }
  }
  ${closingRoundFragment}
`;

/** What one takes along from a meeting, in under a minute. */
export function ClosingRoundPage(): ReactNode {
  const { t } = useTranslation(['closingRound', 'minutes']);
  const language = useLanguage();
  const to = useTenantPath();
  const navigate = useNavigate();
  const id = useParams()['id']!;
  const { data, error, refetch } = useQuery(closingRoundPage, { variables: { id } });
  const meeting = data?.node?.__typename === 'Meeting' ? data.node : null;
  if (data && !meeting) return <NotFound />;
  const round = meeting?.closingRound;
  const back = to(`/meetings/${id}`);
  return (
    <Page title={t('roundTitle')} narrow>
      {error && <ErrorText error={error} onRetry={() => void refetch()} />}
      {!data && !error && <CardSkeletons count={1} />}
      {meeting && !round && (
        <EmptyState
          action={
            <Button component={Link} to={back} variant="default">
              {t('minutes:toMeeting')}
            </Button>
          }
        >
          {t('roundNotYet')}
        </EmptyState>
      )}
      {meeting && round && (
        <>
          <Text>
            {meeting.title}:{' '}
            {round.open
              ? t('roundIntro', { date: shortDate(round.endsAt, meeting.timeZone, language) })
              : t('roundOver')}
          </Text>
          {round.open && (
            <Paper>
              <AnswerClosingRound meeting={meeting} onDone={() => void navigate(back)} />
            </Paper>
          )}
          {round.takesPart && <SafetyOfGroup safety={meeting.group.safety} />}
        </>
      )}
    </Page>
  );
}

type Safety = Extract<
  NonNullable<ClosingRoundPageQuery['node']>,
  { __typename: 'Meeting' }
>['group']['safety'];

function SafetyOfGroup({ safety }: { readonly safety: Safety }): ReactNode {
  const { t } = useTranslation('closingRound');
  return (
    <Paper component="section" aria-labelledby="safety-of-group">
      <Stack gap="sm">
        <Title order={2} size="h3" id="safety-of-group">
          {t('safetyOfGroup')}
        </Title>
        {safety ? (
          <>
            <Text size="xs" c="gray.6">
              {t('safetyOfGroupHint', { n: safety.n })}
            </Text>
            {safetyItems.map((item) => (
              <Text key={item}>
                {t(item)}: <b>{safety[item].toFixed(1)}</b>
              </Text>
            ))}
          </>
        ) : (
          <Text c="gray.6">{t('safetyHidden')}</Text>
        )}
      </Stack>
    </Paper>
  );
}
