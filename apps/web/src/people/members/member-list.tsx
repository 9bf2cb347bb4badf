import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { Anchor, Box, Button, Group, Paper, Stack, Table, Text } from '@mantine/core';
import { industryText, prefectureText } from '@yoriai/domain/people';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { MemberListQuery, MemberListQueryVariables } from '../../graphql/generated/operations.js';
import { useTenantPath } from '../../shell/viewer.js';
import { ErrorText } from '../../ui/error-text.js';
import { PersonName } from '../../ui/person-name.js';
import { CardSkeletons } from '../../ui/skeletons.js';
import { useLanguage } from '../../ui/use-language.js';

const memberList: TypedDocumentNode<MemberListQuery, MemberListQueryVariables> = gql`
  query MemberList($search: String, $after: String) {
    members(search: $search, status: [ACTIVE, ON_LEAVE], first: 50, after: $after) {
      edges {
        cursor
        node {
          id
          displayName
          kana
          businessName
          industry
          prefecture
          groups {
            id
            name
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;

type Row = MemberListQuery['members']['edges'][number]['node'];

/** All members, by kana: cards on phones, a table on wide screens. */
export function MemberList({ search, empty }: { search: string; empty: ReactNode }): ReactNode {
  const { t } = useTranslation();
  const [loadingMore, setLoadingMore] = useState(false);
  const { data, previousData, error, refetch, fetchMore } = useQuery(memberList, {
    variables: { search: search || null, after: null },
  });
  const list = (data ?? previousData)?.members;
  const rows = list?.edges.map(({ node }) => node) ?? [];
  const more = async (): Promise<void> => {
    setLoadingMore(true);
    await fetchMore({ variables: { after: list?.pageInfo.endCursor ?? null } }).catch(() => undefined);
    setLoadingMore(false);
  };
  return (
    <Stack gap="md">
      {error && <ErrorText error={error} onRetry={() => void refetch()} />}
      {!list && !error && <CardSkeletons />}
      {list && rows.length === 0 && empty}
      {rows.length > 0 && (
        <>
          <Box hiddenFrom="sm">
            <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
              {rows.map((row) => (
                <li key={row.id}>
                  <MemberCard row={row} />
                </li>
              ))}
            </Stack>
          </Box>
          <Paper p={0} visibleFrom="sm">
            <MemberTable rows={rows} />
          </Paper>
        </>
      )}
      {list?.pageInfo.hasNextPage && (
        <Group justify="center">
          <Button variant="default" loading={loadingMore} onClick={() => void more()}>
            {t('more')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function MemberCard({ row }: { row: Row }): ReactNode {
  const language = useLanguage();
  return (
    <Paper p="md">
      <NameLink row={row} />
      <Text size="xs">{row.businessName}</Text>
      <Text size="xs" c="gray.6">
        {[
          row.industry && industryText(row.industry, language),
          row.prefecture && prefectureText(row.prefecture, language),
          ...row.groups.map(({ name }) => name),
        ]
          .filter(Boolean)
          .join(' ・ ')}
      </Text>
    </Paper>
  );
}

function MemberTable({ rows }: { rows: readonly Row[] }): ReactNode {
  const { t } = useTranslation('people');
  const language = useLanguage();
  return (
    <Table aria-label={t('list')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('name')}</Table.Th>
          <Table.Th>{t('business')}</Table.Th>
          <Table.Th>{t('industry')}</Table.Th>
          <Table.Th>{t('prefecture')}</Table.Th>
          <Table.Th>{t('groups')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.id}>
            <Table.Th scope="row">
              <NameLink row={row} />
            </Table.Th>
            <Table.Td>{row.businessName}</Table.Td>
            <Table.Td>{row.industry && industryText(row.industry, language)}</Table.Td>
            <Table.Td>{row.prefecture && prefectureText(row.prefecture, language)}</Table.Td>
            <Table.Td>{row.groups.map(({ name }) => name).join('、')}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function NameLink({ row }: { row: Row }): ReactNode {
  const to = useTenantPath();
  return (
    <Anchor component={Link} to={to(`/members/${row.id}`)} fw={700} py={8} display="inline-block">
      <PersonName {...row} polite />
    </Anchor>
  );
}
