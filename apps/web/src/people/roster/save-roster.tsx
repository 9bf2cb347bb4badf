import { gql, type TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RosterQuery, RosterQueryVariables } from '../../graphql/generated/operations.js';
import { ErrorText } from '../../ui/error-text.js';
import { csvOf, saveFile } from './roster-csv.js';

const rosterQuery: TypedDocumentNode<RosterQuery, RosterQueryVariables> = gql`
  query Roster($after: String) {
    members(first: 100, after: $after) {
      edges {
        node {
          id
          displayName
          kana
          businessName
          email
          phone
          industry
          prefecture
          strengths
          role
          status
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

/** The whole roster, page by page, in columns that the import reads again. */
export function SaveRoster(): ReactNode {
  const { t } = useTranslation('people');
  const client = useApolloClient();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const save = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      const rows: string[][] = [columns.map((column) => t(`csvHeaders.${column}`))];
      for (let after: string | null = null, more = true; more;) {
        const { data }: { data?: RosterQuery | undefined } = await client.query({
          query: rosterQuery,
          variables: { after },
          fetchPolicy: 'no-cache',
        });
        for (const { node } of data!.members.edges)
          rows.push([
            node.displayName,
            node.kana ?? '',
            node.businessName ?? '',
            node.email ?? '',
            node.phone ?? '',
            node.industry ?? '',
            node.prefecture ?? '',
            node.strengths ?? '',
            t(node.role),
            t(node.status),
            node.groups.map(({ name }) => name).join('、'),
          ]);
        after = data!.members.pageInfo.endCursor;
        more = data!.members.pageInfo.hasNextPage;
      }
      saveFile(`${t('csvName')}.csv`, csvOf(rows));
    } catch (failed) {
      setError(failed);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button variant="default" loading={busy} onClick={() => void save()}>
        {t('csv')}
      </Button>
      {error !== null && <ErrorText error={error} />}
    </>
  );
}

const columns = [
  'name',
  'kana',
  'business',
  'email',
  'phone',
  'industry',
  'prefecture',
  'strengths',
  'role',
  'status',
  'groups',
] as const;
