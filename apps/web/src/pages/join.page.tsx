import { readJoinCode } from '@yoriai/domain/groups';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { EnterJoinCode } from '../tenancy/enter-join-code.js';
import { useEnter } from '../tenancy/enter.js';
import { JoinByCode } from '../tenancy/join-by-code.js';
import { Page } from '../ui/page.js';

export function JoinPage(): ReactNode {
  const { t } = useTranslation('tenancy');
  const enter = useEnter();
  const navigate = useNavigate();
  const { code } = useParams();
  return (
    <Page title={t('joinTitle')} narrow>
      {code === undefined ? (
        <EnterJoinCode onCode={(typed) => void navigate(`/join/${typed}`)} />
      ) : (
        <JoinByCode key={code} code={readJoinCode(code) ?? code} onDone={(slug) => enter(`/t/${slug}`)} />
      )}
    </Page>
  );
}
