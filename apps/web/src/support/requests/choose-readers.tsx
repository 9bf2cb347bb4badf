import { gql, type TypedDocumentNode } from '@apollo/client';
import { MultiSelect } from '@mantine/core';
import { supportLimits } from '@yoriai/domain/support';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReadersQuery, ReadersQueryVariables } from '../../graphql/generated/operations.js';
import { useViewer } from '../../shell/viewer.js';
import { ErrorText } from '../../ui/error-text.js';
import { useFoundAsTyped } from '../../ui/use-found-as-typed.js';

const readersQuery: TypedDocumentNode<ReadersQuery, ReadersQueryVariables> = gql`
  query Readers($search: String) {
    members(search: $search, status: [ACTIVE, ON_LEAVE], first: 20) {
      edges {
        node {
          id
          displayName
          kana
          businessName
        }
      }
    }
  }
`;

interface Person {
  readonly id: string;
  readonly displayName: string;
}
interface Props {
  readonly id: string;
  readonly label: ReactNode;
  readonly value: readonly Person[];
  readonly error: ReactNode;
  readonly required: boolean;
  readonly onChange: (people: readonly Person[]) => void;
}

export function ChooseReaders({ value, onChange, ...props }: Props): ReactNode {
  const { t } = useTranslation('support');
  const { member } = useViewer();
  const [typed, setTyped] = useState('');
  const { found: answer, error, refetch } = useFoundAsTyped(readersQuery, typed);
  const found = (answer?.members.edges ?? []).map(({ node }) => node).filter(({ id }) => id !== member.id);
  const offered = new Map(value.map(({ id, displayName }) => [id, displayName]));
  for (const { id, displayName, businessName } of found)
    if (!offered.has(id)) offered.set(id, businessName ? `${displayName}(${businessName})` : displayName);
  const nameOf = (id: string): string =>
    [...value, ...found].find((person) => person.id === id)?.displayName ?? '';
  return (
    <>
      <MultiSelect
        {...props}
        description={t('chosenHint')}
        searchable
        searchValue={typed}
        onSearchChange={setTyped}
        filter={({ options }) => options}
        nothingFoundMessage={t('noOneFound')}
        maxValues={supportLimits.chosen}
        hidePickedOptions
        data={[...offered].map(([id, label]) => ({ value: id, label }))}
        value={value.map(({ id }) => id)}
        onChange={(ids) => onChange(ids.map((id) => ({ id, displayName: nameOf(id) })))}
      />
      {error && <ErrorText error={error} onRetry={() => void refetch()} />}
    </>
  );
}
