import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type DefinitionNode, type DocumentNode, Kind, parse, print } from 'graphql';
import { z } from 'zod';
import { AppError } from '../app-error';
import type { SentOperation } from '../graphql/limits/check-operation';
import { LIMITS } from '../graphql/limits/limits';

/** Apollo's format of a manifest of persisted queries. */
const manifest = z.object({
  format: z.literal('apollo-persisted-query-manifest'),
  version: z.literal(1),
  operations: z.array(z.object({ id: z.string(), name: z.string(), type: z.string(), body: z.string() })),
});
export type Manifest = z.infer<typeof manifest>;

/** Gives an operation with the document that its client means. */
export type TakeDocument = (sent: SentOperation) => SentOperation;

/** Takes the text of a document as it is sent. */
export const takeAnyDocument: TakeDocument = (sent) => sent;

/** The text of a document however it was laid out: operations first, then fragments by name. */
export function plainText({ kind, definitions }: DocumentNode): string {
  const place = (node: DefinitionNode) =>
    node.kind === Kind.FRAGMENT_DEFINITION ? `1 ${node.name.value}` : '0';
  const sorted = [...definitions].sort((a, b) => place(a).localeCompare(place(b)));
  return print({ kind, definitions: sorted });
}

/** The id of a document: SHA-256 of its plain text, in hexadecimal. */
export const documentId = (body: string) => createHash('sha256').update(body).digest('hex');

/**
 * Takes the documents of a manifest and no others, by their id or by their text, however it is laid out.
 * @throws AppError CANNOT_START where the file is no manifest; the result throws FORBIDDEN
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
      'This service takes the documents of its manifest only. Send the text of one, or its id as extensions.persistedQuery.sha256Hash.',
    );
  };
}

function readManifest(file: string): Manifest {
  try {
    return manifest.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new AppError(
      'CANNOT_START',
      `TRUSTED_DOCUMENTS got ${JSON.stringify(file)}, which is no manifest of documents. npm run trusted-documents writes one.`,
      { cause },
    );
  }
}

function idOfText(query: string): string | undefined {
  try {
    return documentId(plainText(parse(query, { noLocation: true, maxTokens: LIMITS.tokens })));
  } catch {
    // No document that can be parsed is in the manifest under this text.
    return undefined;
  }
}

function givenId(extensions: unknown): string | undefined {
  const id = (extensions as { persistedQuery?: { sha256Hash?: unknown } } | undefined)?.persistedQuery
    ?.sha256Hash;
  return typeof id === 'string' ? id : undefined;
}
