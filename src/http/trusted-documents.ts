import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type DefinitionNode, type DocumentNode, Kind, parse, print } from 'graphql';
import { z } from 'zod';
import { AppError } from '../app-error';
import type { SentOperation } from '../graphql/limits/check-operation';
import { LIMITS } from '../graphql/limits/limits';

/** A manifest of persisted queries in Apollo's format. */
const manifest = z.object({
  format: z.literal('apollo-persisted-query-manifest'),
  version: z.literal(1),
  operations: z.array(z.object({ id: z.string(), name: z.string(), type: z.string(), body: z.string() })),
});
export type Manifest = z.infer<typeof manifest>;

/** Returns the operation of a request with the text of its document. */
export type TakeDocument = (sent: SentOperation) => SentOperation;

/** Accepts the text of any document. */
export const takeAnyDocument: TakeDocument = (sent) => sent;

/** Normalizes the text of a document: operations first, then fragments by name. */
export function plainText({ kind, definitions }: DocumentNode): string {
  const place = (node: DefinitionNode) =>
    node.kind === Kind.FRAGMENT_DEFINITION ? `1 ${node.name.value}` : '0';
  const sorted = [...definitions].sort((a, b) => place(a).localeCompare(place(b)));
  return print({ kind, definitions: sorted });
}

/** Returns the id of a document: the hexadecimal SHA-256 of its normalized text. */
export const documentId = (body: string) => createHash('sha256').update(body).digest('hex');

/**
 * Accepts only the documents of a manifest, by id or by text, regardless of formatting.
 * @throws AppError CANNOT_START if the file is not a manifest; the returned function throws FORBIDDEN for other
 * documents
 */
export function takeTrustedDocuments(file: string): TakeDocument {
  const bodies = new Map(readManifest(file).operations.map(({ id, body }) => [id, body]));
  return ({ extensions, ...sent }) => {
    const { query } = sent;
    const id = typeof query === 'string' ? idOfText(query) : givenId(extensions);
    const body = id === undefined ? undefined : bodies.get(id);
    if (body !== undefined) return { ...sent, query: body };
    throw new AppError(
      'FORBIDDEN',
      'This document is not in the manifest of trusted documents. Send the text of a trusted document, or its id as extensions.persistedQuery.sha256Hash.',
    );
  };
}

function readManifest(file: string): Manifest {
  try {
    return manifest.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new AppError(
      'CANNOT_START',
      `Invalid TRUSTED_DOCUMENTS ${JSON.stringify(file)}: expected a manifest of documents. Create one with npm run trusted-documents.`,
      { cause },
    );
  }
}

function idOfText(query: string): string | undefined {
  try {
    return documentId(plainText(parse(query, { noLocation: true, maxTokens: LIMITS.tokens })));
  } catch {
    // A text that cannot be parsed is not in the manifest.
    return undefined;
  }
}

function givenId(extensions: unknown): string | undefined {
  const id = (extensions as { persistedQuery?: { sha256Hash?: unknown } } | undefined)?.persistedQuery
    ?.sha256Hash;
  return typeof id === 'string' ? id : undefined;
}
