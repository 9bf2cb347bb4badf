import { gql, type TypedDocumentNode } from '@apollo/client';
import { Select } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FindMemberQuery, FindMemberQueryVariables } from '../../graphql/generated/operations.js';
import { useFoundAsTyped } from '../../ui/use-found-as-typed.js';

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
  const [chosen, setChosen] = useState<{ value: string; label: string } | null>(null);
  // The box then says who was chosen; that is no question.
  const { found } = useFoundAsTyped(findMember, typed === chosen?.label ? '' : typed);
  const offered = (found?.members.edges ?? [])
    .map(({ node }) => node)
    .filter(({ id }) => !without.includes(id))
    .map(({ id, displayName, businessName }) => ({
      value: id,
      label: businessName ? `${displayName}(${businessName})` : displayName,
    }));
  // The chosen one stays on the list: without them the box would empty itself, and ask again.
  const kept =
    chosen && chosen.value === value && !offered.some((one) => one.value === value) ? [chosen] : [];
  return (
    <Select
      {...props}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      nothingFoundMessage={t('noOneFound')}
      data={[...kept, ...offered]}
      value={value || null}
      onChange={(id, option) => {
        setChosen(id === null || option === null ? null : { value: id, label: option.label });
        onChange(id ?? '');
      }}
    />
  );
}
