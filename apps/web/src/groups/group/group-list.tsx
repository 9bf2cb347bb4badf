import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { SimpleGrid } from '@mantine/core';
import type { ReactNode } from 'react';
import type { GroupListQuery, GroupListQueryVariables } from '../../graphql/generated/operations.js';
import { ErrorText } from '../../ui/error-text.js';
import { CardSkeletons } from '../../ui/skeletons.js';
import { GroupCard, groupCardFragment } from './group-card.js';

const groupList: TypedDocumentNode<GroupListQuery, GroupListQueryVariables> = gql`
  query GroupList {
    groups(first: 100) {
      edges {
        node {
          id
          ...GroupCard
        }
      }
    }
  }
  ${groupCardFragment}
`;

export function GroupList({ empty }: { empty: ReactNode }): ReactNode {
  const { data, error, refetch } = useQuery(groupList);
  return (
    <>
      {error && <ErrorText error={error} onRetry={() => void refetch()} />}
      {!data && !error && <CardSkeletons />}
      {data?.groups.edges.length === 0 && empty}
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        {data?.groups.edges.map(({ node }) => (
          <GroupCard key={node.id} group={node} />
        ))}
      </SimpleGrid>
    </>
  );
}
