import { gql, type TypedDocumentNode } from '@apollo/client';
import { createContext, useContext } from 'react';
import type { ShellQuery, ShellQueryVariables } from '../graphql/generated/operations.js';

export const shellQuery: TypedDocumentNode<ShellQuery, ShellQueryVariables> = gql`
  query Shell {
    me {
      id
    }
    viewer {
      user {
        id
        email
        emailProven
        locale
        textSize
      }
      tenant {
        id
        slug
        name
        timeZone
      }
      member {
        id
        displayName
        kana
        role
      }
      tenants {
        id
        slug
        name
      }
      unreadNotifications
      groups {
        id
        name
      }
      viewerCan {
        manageMembers
        createGroups
      }
    }
  }
`;

export type ShellViewer = NonNullable<ShellQuery['viewer']>;

export const ViewerContext = createContext<ShellViewer | null>(null);

/** Who is signed in, in which tenant, and what they may do there. Only on pages under /t/:tenant. */
export function useViewer(): ShellViewer {
  const viewer = useContext(ViewerContext);
  if (!viewer) throw new Error('useViewer belongs under /t/:tenant');
  return viewer;
}

/** `to('/support/new')` → `/t/<slug>/support/new`. */
export function useTenantPath(): (path: string) => string {
  const { slug } = useViewer().tenant;
  return (path) => `/t/${slug}${path === '/' ? '' : path}`;
}
