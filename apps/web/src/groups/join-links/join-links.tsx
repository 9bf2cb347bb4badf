import { gql, type FragmentType, type TypedDocumentNode } from '@apollo/client';
import { useFragment, useMutation } from '@apollo/client/react';
import {
  Badge,
  Button,
  CopyButton,
  Group as Row,
  NativeSelect,
  Paper,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import { showJoinCode } from '@yoriai/domain/groups';
import { QRCodeSVG } from 'qrcode.react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EntryForm } from '../../forms/entry-form.js';
import { useEntryForm } from '../../forms/use-entry-form.js';
import type {
  CreateJoinLinkMutation,
  CreateJoinLinkMutationVariables,
  JoinLinksFragment,
  RevokeJoinLinkMutation,
  RevokeJoinLinkMutationVariables,
} from '../../graphql/generated/operations.js';
import { useTenantPath, useViewer } from '../../shell/viewer.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { longDate } from '../../ui/dates.js';
import { useLanguage } from '../../ui/use-language.js';

export const joinLinksFragment: TypedDocumentNode<JoinLinksFragment> = gql`
  fragment JoinLinks on Group {
    id
    joinLinks {
      id
      code
      url
      expiresAt
      uses
      revokedAt
    }
    viewerCan {
      invite
    }
  }
`;

export const createJoinLink: TypedDocumentNode<CreateJoinLinkMutation, CreateJoinLinkMutationVariables> = gql`
  mutation CreateJoinLink($input: CreateJoinLinkInput!) {
    createJoinLink(input: $input) {
      id
    }
  }
`;
const revokeJoinLink: TypedDocumentNode<RevokeJoinLinkMutation, RevokeJoinLinkMutationVariables> = gql`
  mutation RevokeJoinLink($joinLinkId: ID!) {
    revokeJoinLink(joinLinkId: $joinLinkId) {
      id
      revokedAt
    }
  }
`;

interface Props {
  readonly group: FragmentType<JoinLinksFragment> & { readonly id: string };
}
type JoinLink = JoinLinksFragment['joinLinks'][number];

export const isUsable = (
  { revokedAt, expiresAt }: Pick<JoinLink, 'revokedAt' | 'expiresAt'>,
  now: number,
): boolean => revokedAt === null && Date.parse(expiresAt) > now;

/** A way in for whoever holds it: as a link, as a code to type, as a QR code, on paper. */
export function JoinLinks({ group }: Props): ReactNode {
  const { t } = useTranslation('groups');
  const form = useEntryForm({ initial: { days: '30' }, labels: { days: t('days') } });
  const [now] = useState(() => Date.now());
  const { data, complete } = useFragment({
    fragment: joinLinksFragment,
    fragmentName: 'JoinLinks',
    from: group,
  });
  const [create] = useMutation(createJoinLink, { refetchQueries: ['GroupPage'] });
  if (!complete || !data.viewerCan.invite) return null;
  const usable = data.joinLinks.filter((link) => isUsable(link, now));
  return (
    <Paper component="section" aria-labelledby="join-links">
      <Stack gap="md">
        <Title order={2} size="h3" id="join-links">
          {t('joinLinks')}
        </Title>
        <Text>{t('joinLinksIntro')}</Text>
        {usable.map((link) => (
          <JoinLinkCard key={link.id} link={link} groupId={data.id} />
        ))}
        <EntryForm
          form={form}
          submit={t('newLink')}
          onSubmit={({ days }) =>
            create({
              variables: {
                input: { groupId: data.id, days: Number(days), idempotencyKey: form.idempotencyKey },
              },
            })
          }
        >
          <NativeSelect
            {...form.field('days')}
            data={[7, 30, 90, 365].map((count) => ({ value: String(count), label: t('daysN', { count }) }))}
          />
        </EntryForm>
      </Stack>
    </Paper>
  );
}

function JoinLinkCard({ link, groupId }: { link: JoinLink; groupId: string }): ReactNode {
  const { t } = useTranslation('groups');
  const { t: common } = useTranslation();
  const language = useLanguage();
  const to = useTenantPath();
  const { timeZone } = useViewer().tenant;
  const [asking, setAsking] = useState(false);
  const [revoke] = useMutation(revokeJoinLink);
  return (
    <Row gap="lg" align="flex-start" py="sm" style={{ borderTop: '1px solid var(--line)' }}>
      <QRCodeSVG value={link.url} size={132} title={t('qr')} role="img" marginSize={2} />
      <Stack gap={6} flex={1} miw={220}>
        <Text>
          {t('code')}:{' '}
          <Text span fw={700} ff="monospace" size="xl">
            {showJoinCode(link.code)}
          </Text>
        </Text>
        <Row gap="xs">
          <Badge variant="outline" color="gray.7">
            {t('expires', { date: longDate(link.expiresAt, timeZone, language) })}
          </Badge>
          <Badge variant="outline" color="gray.7">
            {t('uses', { count: link.uses })}
          </Badge>
        </Row>
        <Row gap="xs">
          <CopyButton value={link.url}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                <span aria-live="polite">
                  {copied ? common('copied') : `${t('linkOf')}: ${common('copy')}`}
                </span>
              </Button>
            )}
          </CopyButton>
          <Button component={Link} to={to(`/groups/${groupId}/flyer`)} variant="default">
            {t('flyer')}
          </Button>
          <Button variant="subtle" color="red" onClick={() => setAsking(true)}>
            {t('revoke')}
          </Button>
        </Row>
      </Stack>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('revokeTitle')}
        confirm={t('revoke')}
        danger
        onConfirm={() => revoke({ variables: { joinLinkId: link.id } })}
      >
        <Text>{t('revokeAsk')}</Text>
      </ConfirmDialog>
    </Row>
  );
}
