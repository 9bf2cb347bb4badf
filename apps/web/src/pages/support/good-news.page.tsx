import { Paper } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { GoodNewsList } from '../../support/good-news/good-news-list.js';
import { PostGoodNews } from '../../support/good-news/post-good-news.js';
import { SupportSections } from '../../shell/support-sections.js';
import { useViewer } from '../../shell/viewer.js';
import { Page } from '../../ui/page.js';

export function GoodNewsPage(): ReactNode {
  const { t } = useTranslation('goodNews');
  const { groups } = useViewer();
  return (
    <Page title={t('title')} narrow>
      <SupportSections />
      <Paper>
        <PostGoodNews groups={groups} />
      </Paper>
      <GoodNewsList />
    </Page>
  );
}
