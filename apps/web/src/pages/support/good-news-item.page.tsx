import { gql, type TypedDocumentNode } from '@apollo/client';
import { useApolloClient, useQuery, useSubscription } from '@apollo/client/react';
import { Anchor, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import type {
  GoodNewsChangedSubscription,
  GoodNewsChangedSubscriptionVariables,
  GoodNewsItemQuery,
  GoodNewsItemQueryVariables,
} from '../../graphql/generated/operations.js';
import { Comments, goodNewsComments } from '../../support/good-news/comments.js';
import { GoodNewsCard, goodNewsCardFragment } from '../../support/good-news/good-news-card.js';
import { EditGoodNews } from '../../support/good-news/edit-good-news.js';
import { WithdrawGoodNews } from '../../support/good-news/withdraw-good-news.js';
import { NotFound } from '../../shell/not-found.js';
import { useTenantPath } from '../../shell/viewer.js';
import { ErrorText } from '../../ui/error-text.js';
import { Page } from '../../ui/page.js';
import { CardSkeletons } from '../../ui/skeletons.js';

const goodNewsItem: TypedDocumentNode<GoodNewsItemQuery, GoodNewsItemQueryVariables> = gql`
  query GoodNewsItem($id: ID!) {
    node(id: $id) {
      id
      ... on GoodNews {
        body
        version
        viewerCan {
          comment
          edit
          withdraw
        }
      }
      ...GoodNewsCard
    }
  }
  ${goodNewsCardFragment}
`;

const goodNewsChanged: TypedDocumentNode<GoodNewsChangedSubscription, GoodNewsChangedSubscriptionVariables> =
  gql`
    subscription GoodNewsChanged($id: ID!) {
      goodNewsChanged(goodNewsId: $id) {
        id
        ...GoodNewsCard
      }
    }
    ${goodNewsCardFragment}
  `;

export function GoodNewsItemPage(): ReactNode {
  const { t } = useTranslation('goodNews');
  const to = useTenantPath();
  const navigate = useNavigate();
  const client = useApolloClient();
  const id = useParams()['id']!;
  const { data, error, refetch } = useQuery(goodNewsItem, { variables: { id } });
  useSubscription(goodNewsChanged, {
    variables: { id },
    ignoreResults: true,
    onData: () => void client.refetchQueries({ include: [goodNewsItem, goodNewsComments] }),
  });
  const news = data?.node?.__typename === 'GoodNews' ? data.node : null;
  if (data && !news) return <NotFound />;
  return (
    <Page title={t('one')} narrow>
      {error && <ErrorText error={error} onRetry={() => void refetch()} />}
      {!news && !error && <CardSkeletons count={1} />}
      {news && (
        <>
          <GoodNewsCard news={news}>
            {news.viewerCan.withdraw && (
              <Group gap="xs">
                {news.viewerCan.edit && <EditGoodNews news={news} />}
                <WithdrawGoodNews
                  id={id}
                  onDone={() => void navigate(to('/support/good-news'), { replace: true })}
                />
              </Group>
            )}
          </GoodNewsCard>
          <Comments goodNewsId={id} mayComment={news.viewerCan.comment} />
        </>
      )}
      <Anchor component={Link} to={to('/support/good-news')} py={10}>
        {t('all')}
      </Anchor>
    </Page>
  );
}
