import { gql, type FragmentType, type TypedDocumentNode } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Badge, Button, CopyButton, Group as Row, Paper, Stack, Text, Title } from '@mantine/core';
import { showJoinCode } from '@yoriai/domain/groups';
import { QRCodeSVG } from 'qrcode.react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { JoinLinksFragment } from '../../graphql/generated/operations.js';
import { useTenantPath, useViewer } from '../../shell/viewer.js';
import { longDate } from '../../ui/dates.js';
import { useLanguage } from '../../ui/use-language.js';
import { CreateJoinLink } from './create-join-link.js';
import { RevokeJoinLink } from './revoke-join-link.js';

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

interface Props {
  readonly group: FragmentType<JoinLinksFragment> & { readonly id: string };
}
type JoinLink = JoinLinksFragment['joinLinks'][number];

export const isUsable = (
  { revokedAt, expiresAt }: Pick<JoinLink, 'revokedAt' | 'expiresAt'>,
  now: number,
): boolean => revokedAt === null && Date.parse(expiresAt) > now;

/** A way in for its holder: as a link, as a code to type, as a QR code, on paper. */
export function JoinLinks({ group }: Props): ReactNode {
  const { t } = useTranslation('groups');
  const [now] = useState(() => Date.now());
  const { data, complete } = useFragment({
    fragment: joinLinksFragment,
    fragmentName: 'JoinLinks',
    from: group,
  });
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
        <CreateJoinLink groupId={data.id} />
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
          <RevokeJoinLink joinLinkId={link.id} />
        </Row>
      </Stack>
    </Row>
  );
}
