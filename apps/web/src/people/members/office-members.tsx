import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { Badge, Box, Button, Group, Paper, Stack, Table, Text } from '@mantine/core';
import { memberStatuses, type MemberStatus } from '@yoriai/domain/people';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  OfficeMemberFragment,
  OfficeMembersQuery,
  OfficeMembersQueryVariables,
} from '../../graphql/generated/operations.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ErrorText } from '../../ui/error-text.js';
import { PersonName } from '../../ui/person-name.js';
import { CardSkeletons } from '../../ui/skeletons.js';
import { UpdateMember, officeMemberFragment } from './update-member.js';

export const officeMembers: TypedDocumentNode<OfficeMembersQuery, OfficeMembersQueryVariables> = gql`
  query OfficeMembers($search: String, $status: [MemberStatus!], $after: String) {
    members(search: $search, status: $status, first: 50, after: $after) {
      edges {
        cursor
        node {
          id
          ...OfficeMember @unmask
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
  ${officeMemberFragment}
`;

interface Props {
  readonly search: string;
  readonly status: MemberStatus | null;
}

/** All members with role and state, to be corrected by an admin. */
export function OfficeMembers({ search, status }: Props): ReactNode {
  const { t } = useTranslation('people');
  const { t: common } = useTranslation();
  const [editing, setEditing] = useState<OfficeMemberFragment | null>(null);
  const { data, previousData, error, refetch, fetchMore } = useQuery(officeMembers, {
    variables: { search: search || null, status: status ? [status] : [...memberStatuses], after: null },
  });
  const list = (data ?? previousData)?.members;
  const rows = list?.edges.map(({ node }) => node) ?? [];
  const edit = (row: OfficeMemberFragment): ReactNode => (
    <Button
      variant="subtle"
      px="sm"
      aria-label={t('changeOf', { name: row.displayName })}
      onClick={() => setEditing(row)}
    >
      {t('edit')}
    </Button>
  );
  return (
    <Stack gap="md">
      {error && <ErrorText error={error} onRetry={() => void refetch()} />}
      {!list && !error && <CardSkeletons />}
      {list && rows.length === 0 && <EmptyState>{t(search || status ? 'notFound' : 'empty')}</EmptyState>}
      {rows.length > 0 && (
        <>
          <Box hiddenFrom="sm">
            <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
              {rows.map((row) => (
                <li key={row.id}>
                  <Paper p="md">
                    <Group justify="space-between" wrap="nowrap">
                      <div>
                        <Text fw={700}>
                          <PersonName {...row} polite />
                        </Text>
                        <Text size="xs">{row.businessName}</Text>
                        <RoleAndStatus row={row} />
                      </div>
                      {edit(row)}
                    </Group>
                  </Paper>
                </li>
              ))}
            </Stack>
          </Box>
          <Paper p={0} visibleFrom="sm">
            <Table aria-label={t('list')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('name')}</Table.Th>
                  <Table.Th>{t('business')}</Table.Th>
                  <Table.Th>{t('phone')}</Table.Th>
                  <Table.Th>{t('status')}</Table.Th>
                  <Table.Td />
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {rows.map((row) => (
                  <Table.Tr key={row.id}>
                    <Table.Th scope="row">
                      <PersonName {...row} />
                    </Table.Th>
                    <Table.Td>{row.businessName}</Table.Td>
                    <Table.Td style={{ whiteSpace: 'nowrap' }}>{row.phone}</Table.Td>
                    <Table.Td>
                      <RoleAndStatus row={row} />
                    </Table.Td>
                    <Table.Td ta="end">{edit(row)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Paper>
        </>
      )}
      {list?.pageInfo.hasNextPage && (
        <Group justify="center">
          <Button
            variant="default"
            onClick={() =>
              void fetchMore({ variables: { after: list.pageInfo.endCursor } }).catch(() => undefined)
            }
          >
            {common('more')}
          </Button>
        </Group>
      )}
      {editing && <UpdateMember member={editing} onClose={() => setEditing(null)} />}
    </Stack>
  );
}

function RoleAndStatus({ row }: { row: OfficeMemberFragment }): ReactNode {
  const { t } = useTranslation('people');
  return (
    <Group gap={6} mt={4}>
      <Badge
        variant="outline"
        color={row.status === 'ACTIVE' ? 'success' : row.status === 'INVITED' ? 'attention' : 'gray.7'}
      >
        {t(row.status)}
      </Badge>
      {row.role === 'ADMIN' && (
        <Badge variant="light" c="brand.9">
          {t('ADMIN')}
        </Badge>
      )}
    </Group>
  );
}
