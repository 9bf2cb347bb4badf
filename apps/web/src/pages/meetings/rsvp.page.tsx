import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { RsvpByLink } from '../../meetings/meeting/rsvp-by-link.js';
import { useHashToken } from '../../shell/use-hash-token.js';
import { Page } from '../../ui/page.js';

export function RsvpPage(): ReactNode {
  const { t } = useTranslation('tenancy');
  const token = useHashToken();
  return (
    <Page title={t('rsvpTitle')} narrow>
      <RsvpByLink key={token} token={token} />
      <Group>
        <Button component={Link} to="/" variant="subtle">
          {t('openApp')}
        </Button>
      </Group>
    </Page>
  );
}
