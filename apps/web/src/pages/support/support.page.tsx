import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { SupportSections } from '../../shell/support-sections.js';
import { useTenantPath, useViewer } from '../../shell/viewer.js';
import { RequestList } from '../../support/requests/request-list.js';
import { SupportFilters, filterFrom, whoseFrom } from '../../support/requests/support-filters.js';
import { WhoseTabs } from '../../support/requests/whose-tabs.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Page } from '../../ui/page.js';

export function SupportPage(): ReactNode {
  const { t } = useTranslation('support');
  const to = useTenantPath();
  const { groups } = useViewer();
  const [search, setSearch] = useSearchParams();
  const set = (name: string, value: string | null): void =>
    setSearch(
      (before) => {
        if (value) before.set(name, value);
        else before.delete(name);
        return before;
      },
      { replace: true },
    );
  const { t: helping } = useTranslation('requests');
  const whose = whoseFrom(search);
  const filtered = [...search.keys()].some((name) => name !== 'whose');
  const nothingYet = { all: t('empty'), forMe: helping('emptyForMe'), mine: helping('emptyMine') }[whose];
  const ask = (
    <Button component={Link} to={to('/support/new')}>
      {t('ask')}
    </Button>
  );
  return (
    <Page title={t('title')} action={ask}>
      <SupportSections />
      <WhoseTabs search={search} onChange={set} />
      <SupportFilters key={search.get('q')} search={search} groups={groups} onChange={set} />
      <RequestList
        filter={filterFrom(search)}
        empty={
          <EmptyState
            action={
              filtered ? (
                <Button variant="default" onClick={() => setSearch({}, { replace: true })}>
                  {t('clear')}
                </Button>
              ) : (
                ask
              )
            }
          >
            {filtered ? t('emptyFiltered') : nothingYet}
          </EmptyState>
        }
      />
    </Page>
  );
}
