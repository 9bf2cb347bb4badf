import { readJoinCode } from '@yoriai/domain/groups';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { EnterJoinCode } from '../../groups/join-links/enter-join-code.js';
import { useEnter } from '../../shell/enter.js';
import { JoinByCode } from '../../groups/join-links/join-by-code.js';
import { Page } from '../../ui/page.js';

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
