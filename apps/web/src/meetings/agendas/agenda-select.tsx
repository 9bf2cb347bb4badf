import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { NativeSelect } from '@mantine/core';
import { standardAgendaNames, standardAgendas } from '@yoriai/domain/meetings';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnAgendasQuery, OwnAgendasQueryVariables } from '../../graphql/generated/operations.js';
import { useLanguage } from '../../ui/use-language.js';
import { AgendasLink } from './agendas-link.js';

export const agendaTemplateChoices: TypedDocumentNode<OwnAgendasQuery, OwnAgendasQueryVariables> = gql`
  query OwnAgendas($id: ID!) {
    node(id: $id) {
      id
      ... on Group {
        agendaTemplates {
          id
          name
        }
      }
    }
  }
`;

interface Props {
  readonly groupId: string;
  readonly id: string;
  readonly label: ReactNode;
  readonly value: string;
  readonly error: ReactNode;
  readonly onChange: (template: string) => void;
}

/** How a new meeting goes: as suits the group (''), by an agenda of its own, or by a template. */
export function AgendaSelect({ groupId, onChange, ...props }: Props): ReactNode {
  const { t } = useTranslation('meetings');
  const language = useLanguage();
  const { data } = useQuery(agendaTemplateChoices, { variables: { id: groupId } });
  const own = data?.node?.__typename === 'Group' ? data.node.agendaTemplates : [];
  return (
    <div>
      <NativeSelect
        {...props}
        data={[
          { value: '', label: t('agendaAuto') },
          ...own.map(({ id, name }) => ({ value: id, label: name })),
          ...standardAgendas.map((value) => ({ value, label: standardAgendaNames[value][language] })),
        ]}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <AgendasLink groupId={groupId} />
    </div>
  );
}
