import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  PutFlagAsideMutation,
  PutFlagAsideMutationVariables,
} from '../../graphql/generated/operations.js';
import { ErrorText } from '../../ui/error-text.js';
import { HardTimeForm } from './note-hard-time.js';

export const putFlagAside: TypedDocumentNode<PutFlagAsideMutation, PutFlagAsideMutationVariables> = gql`
  mutation PutFlagAside($input: PutFlagAsideInput!) {
    putFlagAside(input: $input) {
      id
      state
      version
    }
  }
`;

interface Props {
  readonly groupId: string;
  readonly flag: {
    readonly id: string;
    readonly version: number;
    readonly member: { readonly id: string; readonly displayName: string };
  };
  readonly onDone: () => Promise<unknown>;
}

/** A private prompt for a kind word: no figure in it, an example of what to say, and room for a reason we cannot know. */
export function GiveAndTakeFlag({ groupId, flag, onDone }: Props): ReactNode {
  const { t } = useTranslation('giveAndTake');
  const [asking, setAsking] = useState(false);
  const [aside, { loading, error }] = useMutation(putFlagAside);
  const name = flag.member.displayName;
  const put = (): Promise<unknown> =>
    aside({ variables: { input: { flagId: flag.id, expectedVersion: flag.version } } }).then(onDone);
  return (
    <Paper component="article">
      <Stack gap="sm">
        <Title order={3} size="h4">
          {name}
        </Title>
        <Text>{t('flagText', { name })}</Text>
        <Text c="gray.6">{t('flagWords', { name })}</Text>
        <Group gap="sm">
          <Button loading={loading} onClick={() => void put().catch(() => undefined)}>
            {t('flagAside')}
          </Button>
          <Button variant="default" aria-expanded={asking} onClick={() => setAsking(!asking)}>
            {t('flagHardTime')}
          </Button>
        </Group>
        {asking && (
          <Stack gap="sm">
            <Text>{t('flagHardTimeText', { name })}</Text>
            <HardTimeForm about={{ groupId, memberId: flag.member.id }} onDone={put} />
          </Stack>
        )}
        {error && <ErrorText error={error} />}
      </Stack>
    </Paper>
  );
}
