import { gql, type FragmentType, type TypedDocumentNode } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Paper, Stack, Text, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommitmentListFragment } from '../../graphql/generated/operations.js';
import { MakeCommitment, commitmentMakersFragment } from './make-commitment.js';
import { commitmentRowFragment } from './commitment-row.js';
import { SettleCommitment } from './settle-commitment.js';

export const commitmentListFragment: TypedDocumentNode<CommitmentListFragment> = gql`
  fragment CommitmentList on Meeting {
    id
    status
    commitments {
      id
      ...CommitmentRow
      meeting {
        id
      }
    }
    group {
      id
      commitmentAverage {
        people
        settled
        kept
      }
    }
    viewerCan {
      commit
    }
    ...CommitmentMakers
  }
  ${commitmentRowFragment}
  ${commitmentMakersFragment}
`;

interface Props {
  readonly meeting: FragmentType<CommitmentListFragment> & { readonly id: string };
  /** No commitment can be settled yet: there is no box. */
  readonly isToCome?: boolean;
}

/** 前回からのふりかえり, what was settled on at this meeting, and a box for one more. */
export function CommitmentList({ meeting, isToCome = false }: Props): ReactNode {
  const { t } = useTranslation('commitments');
  const { data, complete } = useFragment({
    fragment: commitmentListFragment,
    fragmentName: 'CommitmentList',
    from: meeting,
  });
  if (!complete) return null;
  const commit = data.viewerCan.commit && !isToCome;
  const average = data.group.commitmentAverage;
  const before = data.commitments.filter((one) => one.meeting?.id !== data.id);
  const made = data.commitments.filter((one) => one.meeting?.id === data.id);
  if (before.length === 0 && made.length === 0 && !commit) return null;
  return (
    <>
      {before.length > 0 && (
        <Part title={t('fromBefore')} hint={t('fromBeforeHint')}>
          <Rows commitments={before} />
          {average && (
            <Text size="xs" c="gray.6">
              {t('average', { ...average })}
            </Text>
          )}
        </Part>
      )}
      {(made.length > 0 || commit) && (
        <Part title={t('madeHere')}>
          {made.length > 0 ? <Rows commitments={made} /> : <Text c="gray.6">{t('none')}</Text>}
          {commit && <MakeCommitment meeting={data} />}
        </Part>
      )}
    </>
  );
}

function Rows({ commitments }: Pick<CommitmentListFragment, 'commitments'>): ReactNode {
  return (
    <Stack component="ul" gap="lg" p={0} m={0} style={{ listStyle: 'none' }}>
      {commitments.map((commitment) => (
        <li key={commitment.id}>
          <SettleCommitment commitment={commitment} />
        </li>
      ))}
    </Stack>
  );
}

function Part({ title, hint, children }: { title: string; hint?: string; children: ReactNode }): ReactNode {
  const id = useId();
  return (
    <Paper component="section" aria-labelledby={id}>
      <Stack gap="md">
        <Title order={2} size="h3" id={id}>
          {title}
        </Title>
        {hint && <Text c="gray.6">{hint}</Text>}
        {children}
      </Stack>
    </Paper>
  );
}
