import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { MemberList } from '../../people/members/member-list.js';
import { MemberSearch } from '../../people/members/member-search.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Page } from '../../ui/page.js';

export function MembersPage(): ReactNode {
  const { t } = useTranslation('people');
  const [search, setSearch] = useSearchParams();
  const text = search.get('q') ?? '';
  const find = (q: string): void => setSearch(q ? { q } : {}, { replace: true });
  return (
    <Page title={t('title')}>
      <MemberSearch key={text} value={text} onSearch={find} />
      <MemberList
        search={text}
        empty={
          text ? (
            <EmptyState
              action={
                <Button variant="default" onClick={() => find('')}>
                  {t('clear')}
                </Button>
              }
            >
              {t('notFound')}
            </EmptyState>
          ) : (
            <EmptyState>{t('empty')}</EmptyState>
          )
        }
      />
    </Page>
  );
}
