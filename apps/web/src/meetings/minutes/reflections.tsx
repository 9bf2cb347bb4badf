import { gql, type FragmentType, type TypedDocumentNode } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReflectionsFragment } from '../../graphql/generated/operations.js';
import { PersonName } from '../../ui/person-name.js';

export const reflectionsFragment: TypedDocumentNode<ReflectionsFragment> = gql`
  fragment Reflections on Meeting {
    id
    reflections {
      kind
      text
      member {
        id
        displayName
        kana
      }
    }
  }
`;

const words = { PLUS: 'plus', DELTA: 'delta', TAKE_AWAY: 'takeAway' } as const;

/** What people said when the meeting closed; what to change is there for the facilitators alone. No part of the minutes. */
export function Reflections({
  meeting,
}: {
  readonly meeting: FragmentType<ReflectionsFragment> & { readonly id: string };
}): ReactNode {
  const { t } = useTranslation(['minutes', 'closingRound']);
  const { data, complete } = useFragment({
    fragment: reflectionsFragment,
    fragmentName: 'Reflections',
    from: meeting,
  });
  if (!complete || data.reflections.length === 0) return null;
  return (
    <Paper component="section" aria-labelledby="reflections" className="print-hidden">
      <Stack gap="md">
        <Title order={2} size="h3" id="reflections">
          {t('reflections')}
        </Title>
        <Stack component="ul" gap="md" p={0} m={0} style={{ listStyle: 'none' }}>
          {data.reflections.map(({ kind, text, member }) => (
            <li key={`${member.id}${kind}`}>
              <Text size="xs" c="gray.6">
                {t(`closingRound:${words[kind]}`)}: <PersonName {...member} polite />
              </Text>
              <Text style={{ overflowWrap: 'anywhere' }}>{text}</Text>
            </li>
          ))}
        </Stack>
      </Stack>
    </Paper>
  );
}
