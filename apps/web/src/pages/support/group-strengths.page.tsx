import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type {
  GroupStrengthsQuery,
  GroupStrengthsQueryVariables,
} from '../../graphql/generated/operations.js';
import { NotFound } from '../../shell/not-found.js';
import { OpenStrengths } from '../../support/strengths/open-strengths.js';
import { HeldStrengths } from '../../support/strengths/held-strengths.js';
import { WriteStrengths, strengthsRoundFragment } from '../../support/strengths/write-strengths.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ErrorText } from '../../ui/error-text.js';
import { Page } from '../../ui/page.js';
import { CardSkeletons } from '../../ui/skeletons.js';

const groupStrengths: TypedDocumentNode<GroupStrengthsQuery, GroupStrengthsQueryVariables> = gql`
  query GroupStrengths($id: ID!) {
    node(id: $id) {
      id
      ... on Group {
        mayOpenStrengths
        strengthsRound {
          id
          ...StrengthsRoundParts @unmask
        }
        strengthsHeld {
          id
          ...StrengthsRoundParts @unmask
        }
      }
    }
  }
  ${strengthsRoundFragment}
`;

/** Where peers write about each other while a round is open, and where the facilitator begins one. */
export function GroupStrengthsPage(): ReactNode {
  const { t } = useTranslation('strengths');
  const id = useParams()['id']!;
  const { data, error, refetch } = useQuery(groupStrengths, { variables: { id } });
  const group = data?.node?.__typename === 'Group' ? data.node : null;
  if (data && !group) return <NotFound />;
  const round = group?.strengthsRound;
  return (
    <Page title={t('write')} narrow>
      {error && <ErrorText error={error} onRetry={() => void refetch()} />}
      {!group && !error && <CardSkeletons />}
      {group && !round && (
        <EmptyState action={group.mayOpenStrengths && <OpenStrengths groupId={id} />}>
          {t('nothingOpen')}
        </EmptyState>
      )}
      {round && round.peers.length === 0 && <EmptyState>{t('notTakingPart')}</EmptyState>}
      {round && round.peers.length > 0 && <WriteStrengths key={round.id} round={round} />}
      {group?.strengthsHeld && <HeldStrengths round={group.strengthsHeld} />}
    </Page>
  );
}
