import type { DocumentNode } from 'graphql';

export function readDocuments(): Promise<{ location: string; document: DocumentNode }[]>;
export const gqlText: RegExp;
