import { ApolloProvider, useQuery } from '@apollo/client/react';
import { useEffect, useState, type ReactNode } from 'react';
import { Navigate, useLocation, useParams } from 'react-router';
import { DraftOwner } from '../forms/draft.js';
import { clientFor, pageOfAnother, signInNeeded } from '../graphql/client.js';
import { failureOf } from '../graphql/failure.js';
import { hearOtherTabs } from '../graphql/other-tabs.js';
import { ErrorText } from '../ui/error-text.js';
import { wearTextSize } from '../ui/text-size.js';
import { speak } from '../words/i18n.js';
import { NotFound } from './not-found.js';
import { PageOfAnother } from './page-of-another.js';
import { PublicFrame } from './public-layout.js';
import { signInPath } from './sign-in-path.js';
import { TenantLayout } from './tenant-layout.js';
import { shellQuery, ViewerContext } from './viewer.js';
import { Waiting } from './waiting.js';

export { loadMemberWords } from '../words/member-words.js';

/** Everything under /t/:tenant: that tenant's own cache, and nothing without a viewer. */
export function TenantRoot(): ReactNode {
  const { tenant = '' } = useParams();
  return (
    <ApolloProvider client={clientFor(tenant)} key={tenant}>
      <RequireViewer />
    </ApolloProvider>
  );
}

function RequireViewer(): ReactNode {
  const here = useLocation();
  const back = here.pathname + here.search + here.hash;
  const { data, error, refetch } = useQuery(shellQuery);
  const viewer = data?.viewer;
  const [notTheirs, setNotTheirs] = useState<string | null>(null);

  // Where a session has ended, another may have begun: who is here now says whether to sign in, or whose page this is.
  useEffect(() => {
    const lookAgain = (): void => void refetch().catch(() => undefined);
    window.addEventListener(signInNeeded, lookAgain);
    const deaf = hearOtherTabs(lookAgain);
    return () => {
      window.removeEventListener(signInNeeded, lookAgain);
      deaf();
    };
  }, [refetch]);
  const name = viewer?.member.displayName ?? '';
  useEffect(() => {
    const takeAway = (): void => setNotTheirs((before) => before ?? name);
    window.addEventListener(pageOfAnother, takeAway);
    return () => window.removeEventListener(pageOfAnother, takeAway);
  }, [name]);
  useEffect(() => {
    if (!viewer) return;
    wearTextSize(viewer.user.textSize);
    void speak(viewer.user.locale === 'JA' ? 'ja' : 'en');
  }, [viewer]);

  if (notTheirs !== null) return <PageOfAnother name={notTheirs} signIn={signInPath(back)} />;
  if (viewer)
    return (
      <ViewerContext value={viewer}>
        <DraftOwner value={`${viewer.tenant.slug}:${viewer.member.id}`}>
          <TenantLayout />
        </DraftOwner>
      </ViewerContext>
    );
  if (error && failureOf(error).code === 'NOT_FOUND') return <NotMine />;
  if (error && failureOf(error).code !== 'UNAUTHENTICATED')
    return (
      <PublicFrame>
        <ErrorText error={error} onRetry={() => void refetch()} />
      </PublicFrame>
    );
  // Signed in, yet no member here: whether there is such a tenant is not theirs to know.
  if (data?.me) return <NotMine />;
  if (data) return <Navigate to={signInPath(back)} replace />;
  return <Waiting />;
}

const NotMine = (): ReactNode => (
  <PublicFrame>
    <NotFound />
  </PublicFrame>
);
