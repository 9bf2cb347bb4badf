import { gql, type FragmentType, type TypedDocumentNode } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgendaFragment } from '../../graphql/generated/operations.js';

export const agendaFragment: TypedDocumentNode<AgendaFragment> = gql`
  fragment Agenda on Meeting {
    id
    agenda {
      id
      name
      minutes
      speakerRule
    }
  }
`;

interface Props {
  readonly meeting: FragmentType<AgendaFragment> & { readonly id: string };
}

export function Agenda({ meeting }: Props): ReactNode {
  const { t } = useTranslation('meetings');
  const { data, complete } = useFragment({ fragment: agendaFragment, fragmentName: 'Agenda', from: meeting });
  if (!complete) return null;
  return (
    <Paper component="section" aria-labelledby="agenda">
      <Stack gap="md">
        <Title order={2} size="h3" id="agenda">
          {t('agenda')}
        </Title>
        {data.agenda.length === 0 && <Text c="gray.6">{t('agendaFree')}</Text>}
        <Stack component="ol" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
          {data.agenda.map(({ id, name, minutes, speakerRule }, i) => (
            <li key={id}>
              <Group gap="sm" wrap="nowrap" align="flex-start" justify="space-between">
                <div>
                  <Text>
                    {i + 1}. {name}
                  </Text>
                  {speakerRule !== 'ALL' && (
                    <Text size="xs" c="gray.6">
                      {t(`speaker.${speakerRule}`)}
                    </Text>
                  )}
                </div>
                <Text c="gray.6" style={{ whiteSpace: 'nowrap' }}>
                  {t('minutes', { minutes })}
                </Text>
              </Group>
            </li>
          ))}
        </Stack>
      </Stack>
    </Paper>
  );
}
