import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { Navigate } from 'react-router';
import type { LastTenantQuery, LastTenantQueryVariables } from '../graphql/generated/operations.js';
import { failureOf } from '../graphql/failure.js';
import { seenTenant } from '../graphql/kept-answers.js';
import { ErrorText } from '../ui/error-text.js';
import { NoTenant } from './no-tenant.js';
import { PublicFrame } from './public-layout.js';
import { Waiting } from './waiting.js';

const lastTenantQuery: TypedDocumentNode<LastTenantQuery, LastTenantQueryVariables> = gql`
  query LastTenant {
    me {
      id
    }
    viewer {
      tenant {
        id
        slug
      }
    }
  }
`;

/** `/` is the home of the tenant that this session was in last. */
export function LastTenant(): ReactNode {
  const { data, error, refetch } = useQuery(lastTenantQuery, {
    fetchPolicy: 'network-only',
    context: { guest: true },
  });
  if (data?.viewer) return <Navigate to={`/t/${data.viewer.tenant.slug}`} replace />;
  if (data?.me) return <NoTenant />;
  if (data || (error && failureOf(error).code === 'UNAUTHENTICATED'))
    return <Navigate to="/sign-in" replace />;
  const seen = error && failureOf(error).code === 'OFFLINE' ? seenTenant() : null;
  if (seen) return <Navigate to={`/t/${seen}`} replace />;
  if (error)
    return (
      <PublicFrame>
        <ErrorText error={error} onRetry={() => void refetch()} />
      </PublicFrame>
    );
  return <Waiting />;
}
