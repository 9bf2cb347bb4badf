import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FindMemberQuery, FindMemberQueryVariables } from '../graphql/generated/operations.js';

const findMember: TypedDocumentNode<FindMemberQuery, FindMemberQueryVariables> = gql`
  query FindMember($search: String) {
    members(search: $search, status: [ACTIVE, ON_LEAVE, INVITED], first: 20) {
      edges {
        node {
          id
          displayName
          businessName
        }
      }
    }
  }
`;

interface Props {
  readonly id: string;
  readonly label: ReactNode;
  readonly value: string;
  readonly error: ReactNode;
  readonly required: boolean;
  readonly onChange: (memberId: string) => void;
  readonly description?: string;
  /** Members who are there already. */
  readonly without: readonly string[];
}

export function FindMember({ value, onChange, without, ...props }: Props): ReactNode {
  const { t } = useTranslation('groups');
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 250);
  const { data, previousData } = useQuery(findMember, { variables: { search: search || null } });
  const found = ((data ?? previousData)?.members.edges ?? [])
    .map(({ node }) => node)
    .filter(({ id }) => !without.includes(id));
  return (
    <Select
      {...props}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      nothingFoundMessage={t('noOneFound')}
      data={found.map(({ id, displayName, businessName }) => ({
        value: id,
        label: businessName ? `${displayName}(${businessName})` : displayName,
      }))}
      value={value || null}
      onChange={(id) => onChange(id ?? '')}
    />
  );
}
