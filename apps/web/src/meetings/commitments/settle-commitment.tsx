import { gql, type FragmentType, type TypedDocumentNode } from '@apollo/client';
import { useFragment, useMutation } from '@apollo/client/react';
import { Button, Group, Stack, Text } from '@mantine/core';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  CommitmentRowFragment,
  CommitmentStatus,
  SettleCommitmentMutation,
  SettleCommitmentMutationVariables,
} from '../../graphql/generated/operations.js';
import { dayText } from '../../ui/dates.js';
import { ErrorText } from '../../ui/error-text.js';
import { PersonName } from '../../ui/person-name.js';
import { CardSkeletons } from '../../ui/skeletons.js';
import { useLanguage } from '../../ui/use-language.js';

const WhyDropped = lazy(async () => ({ default: (await import('./why-dropped.js')).WhyDropped }));
import { commitmentRowFragment } from './commitment-row.js';

export const settleCommitment: TypedDocumentNode<
  SettleCommitmentMutation,
  SettleCommitmentMutationVariables
> = gql`
  mutation SettleCommitment($input: SettleCommitmentInput!) {
    settleCommitment(input: $input) {
      id
      ...CommitmentRow
    }
  }
  ${commitmentRowFragment}
`;

/** Seldom opened: fetched then. */
const EditCommitment = lazy(async () => ({
  default: (await import('./edit-commitment.js')).EditCommitment,
}));

const outcomes = ['KEPT', 'PARTLY', 'DROPPED', 'CARRIED'] as const;

interface Props {
  readonly commitment: FragmentType<CommitmentRowFragment> & { readonly id: string };
  /** The viewer's own list does not repeat the owner's name. */
  readonly withOwner?: boolean;
}

/** One commitment, and one tap to say what became of it; a wrong tap can be taken back. */
export function SettleCommitment({ commitment, withOwner = true }: Props): ReactNode {
  const { t } = useTranslation('commitments');
  const language = useLanguage();
  const { data, complete } = useFragment({
    fragment: commitmentRowFragment,
    fragmentName: 'CommitmentRow',
    from: commitment,
  });
  const [send, { loading, error }] = useMutation(settleCommitment);
  const [tapped, setTapped] = useState<CommitmentStatus | null>(null);
  const [dropping, setDropping] = useState(false);
  const [editing, setEditing] = useState(false);
  if (!complete) return null;
  const say = async (status: CommitmentStatus, reason: string | null = null): Promise<void> => {
    setTapped(status);
    const { id: commitmentId, version: expectedVersion } = data;
    await send({ variables: { input: { commitmentId, status, reason, expectedVersion } } });
    setDropping(false);
  };
  const justTapped = tapped === data.status && tapped !== 'OPEN';
  return (
    <Stack gap="xs">
      <div>
        {withOwner && (
          <Text size="xs" c="gray.6">
            <PersonName {...data.owner} polite />
          </Text>
        )}
        <Text fw={700} style={{ overflowWrap: 'anywhere' }}>
          {data.statement}
        </Text>
        <Text size="xs" c="gray.6">
          {data.status === 'CARRIED'
            ? t('carriedTo', { date: dayText(data.dueOn, language) })
            : t('by', { date: dayText(data.dueOn, language) })}
        </Text>
        {!data.open && (
          <Text>
            {t(data.status as (typeof outcomes)[number])}
            {data.reason && `(${data.reason})`}
          </Text>
        )}
      </div>
      {data.open && data.viewerCan.settle && !justTapped && (
        <Group gap="xs" role="group" aria-label={t('settleOf', { statement: data.statement })}>
          {outcomes.map((status) => (
            <Button
              key={status}
              variant="default"
              px="sm"
              loading={loading && tapped === status}
              onClick={() =>
                status === 'DROPPED' ? setDropping(!dropping) : void say(status).catch(() => undefined)
              }
              {...(status === 'DROPPED' && { 'aria-expanded': dropping })}
            >
              {t(status)}
            </Button>
          ))}
          {data.viewerCan.edit && (
            <Button
              variant="subtle"
              px="xs"
              aria-label={t('editOf', { statement: data.statement })}
              onClick={() => setEditing(true)}
            >
              {t('edit')}
            </Button>
          )}
        </Group>
      )}
      {editing && (
        <Suspense fallback={null}>
          <EditCommitment commitment={data} onClose={() => setEditing(false)} />
        </Suspense>
      )}
      {dropping && data.open && (
        <Suspense fallback={<CardSkeletons count={1} />}>
          <WhyDropped onSay={(reason) => say('DROPPED', reason)} />
        </Suspense>
      )}
      <Group gap="sm" role="status">
        {justTapped && (
          <>
            <Text size="xs">{t('settled', { status: t(data.status as (typeof outcomes)[number]) })}</Text>
            <Button
              variant="subtle"
              px="xs"
              loading={loading}
              onClick={() => void say('OPEN').catch(() => undefined)}
            >
              {t('takeBack')}
            </Button>
          </>
        )}
      </Group>
      {error && !dropping && <ErrorText error={error} />}
    </Stack>
  );
}
