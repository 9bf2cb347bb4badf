import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StrengthsReceived } from '../../support/strengths/strengths-received.js';
import { Page } from '../../ui/page.js';

/** あなたの強み: what peers find great about the reader. */
export function StrengthsPage(): ReactNode {
  const { t } = useTranslation('strengths');
  return (
    <Page
      title={t('title')}
      narrow
      action={
        <Button variant="default" className="print-hidden" onClick={() => window.print()}>
          {t('print')}
        </Button>
      }
    >
      <StrengthsReceived />
    </Page>
  );
}
