import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AcceptInvitation } from '../../people/invitations/accept-invitation.js';
import { useEnter } from '../../shell/enter.js';
import { useHashToken } from '../../shell/use-hash-token.js';
import { Page } from '../../ui/page.js';

export function InvitePage(): ReactNode {
  const { t } = useTranslation('tenancy');
  const enter = useEnter();
  const token = useHashToken();
  return (
    <Page title={t('inviteTitle')} narrow>
      <AcceptInvitation key={token} token={token} onDone={(slug) => enter(`/t/${slug}`)} />
    </Page>
  );
}
