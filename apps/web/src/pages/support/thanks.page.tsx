import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ThanksReceived } from '../../support/thanks/thanks-received.js';
import { Page } from '../../ui/page.js';

/** ありがとう: to look at on a bad day, on paper too. */
export function ThanksPage(): ReactNode {
  const { t } = useTranslation('thanks');
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
      <ThanksReceived />
    </Page>
  );
}
