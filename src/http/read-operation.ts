import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, type ZlibOptions } from 'node:zlib';
import type { SentOperation } from '../graphql/limits/check-operation';
import { LIMITS } from '../graphql/limits/limits';
import { HttpError } from './http-error';

/** The value of an Allow header. */
export const METHODS = 'GET, HEAD, POST, OPTIONS';

/** Whether a request has its operation in the URL. Node omits the body of a response to HEAD. */
export const isInAddress = ({ method }: IncomingMessage): boolean => method === 'GET' || method === 'HEAD';

/**
 * Reads the operation of a request from the URL of a GET or HEAD or the JSON body of a POST. Checks the content type, encoding
 * and size of the body for every transport over HTTP.
 * @throws HttpError
 */
export async function readOperation(request: IncomingMessage): Promise<SentOperation> {
  if (isInAddress(request)) return readAddress(request);
  if (request.method === 'POST') return await readBody(request, '{"query": "…", "variables": {…}}');
  throw new HttpError(405, 'Only GET, HEAD and POST are supported.', { headers: { allow: METHODS } });
}

/** Parameters that may be passed in the URL. */
function readAddress(request: IncomingMessage): SentOperation {
  const { search } = addressOf(request);
  const parameters = new URLSearchParams(search);
  for (const name of ['query', 'operationName', 'variables', 'extensions']) {
    if (parameters.getAll(name).length > 1) throw new HttpError(400, `The parameter ${name} is set twice.`);
  }
  return {
    query: parameters.get('query') ?? undefined,
    operationName: parameters.get('operationName') ?? undefined,
    variables: objectIn(parameters, 'variables'),
    extensions: objectIn(parameters, 'extensions'),
  };
}

/** Returns the path and the query string of a request's URL, which may be arbitrary text. */
export function addressOf({ url = '/' }: IncomingMessage): { path: string; search: string } {
  const from = url.indexOf('?');
  return from < 0 ? { path: url, search: '' } : { path: url.slice(0, from), search: url.slice(from) };
}

function objectIn(parameters: URLSearchParams, name: string): object | undefined {
  const text = parameters.get(name);
  if (text === null || text === '') return undefined;
  const value = parse(text, `The parameter ${name} is not valid JSON.`);
  if (value === null) return undefined;
  if (isObject(value)) return value;
  throw new HttpError(400, `The parameter ${name} is not a JSON object.`);
}

const DECODER = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads the JSON object in the body of a POST.
 * @param example a valid body, for error messages
 * @throws HttpError
 */
export async function readBody(request: IncomingMessage, example: string): Promise<object> {
  requireJson(request.headers['content-type']);
  const bytes = await readBytes(request);
  const encoding = request.headers['content-encoding']?.trim().toLowerCase() || 'identity';
  const body = encoding === 'identity' ? bytes : await decompress(bytes, encoding);
  let text: string;
  try {
    text = DECODER.decode(body);
  } catch {
    throw new HttpError(400, 'The body is not valid UTF-8.');
  }
  const value = parse(text, `The body is not valid JSON. Send ${example}.`);
  if (Array.isArray(value)) {
    throw new HttpError(400, 'Batching is not supported. Send one operation per request.');
  }
  if (isObject(value)) return value;
  throw new HttpError(400, `The body is not a JSON object. Send ${example}.`);
}

/** Returns the essence of a media type and its charset. */
const JSON_TYPE = /^application\/(?:graphql\+)?json\s*(?:;|$)/i;
const CHARSET = /;\s*charset\s*=\s*"?([^";\s]*)/i;

function requireJson(contentType: string | undefined): void {
  if (!JSON_TYPE.test(contentType?.trim() ?? '')) {
    throw new HttpError(415, 'Unsupported Content-Type. Send application/json.');
  }
  const charset = CHARSET.exec(contentType ?? '')?.[1];
  if (charset && !/^utf-?8$/i.test(charset)) {
    throw new HttpError(415, 'Unsupported charset. Send the body as UTF-8.');
  }
}

/** Max number of chunks of a body. Networks split a body of the max size into far fewer. */
const MAX_PARTS = 2_000;
/** How many bytes of an oversized body are read and discarded, so that the client can read the response. */
const MAX_DISCARDED_BYTES = 5_000_000;

function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  let parts = 0;
  return new Promise((resolve, reject) => {
    const interrupted = () => reject(new HttpError(400, 'The request ended before its body was complete.'));
    const tooMany = () => {
      chunks.length = 0;
      reject(tooLarge());
    };
    const tooManyParts = () =>
      reject(new HttpError(400, `The body arrived in more than ${MAX_PARTS} parts. Send larger parts.`));
    if (Number(request.headers['content-length'] ?? 0) > LIMITS.bodyBytes) tooMany();
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (++parts > MAX_PARTS) {
        tooManyParts();
        request.destroy();
      } else if (length <= LIMITS.bodyBytes) chunks.push(chunk);
      else if (length <= MAX_DISCARDED_BYTES) tooMany();
      else request.destroy();
    });
    request.once('end', () => {
      request.off('close', interrupted);
      resolve(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks));
    });
    request.once('error', interrupted);
    request.once('close', interrupted);
  });
}

const tooLarge = () =>
  new HttpError(413, `The body is larger than ${LIMITS.bodyBytes} bytes. Send a smaller request.`, {
    code: 'QUERY_TOO_COMPLEX',
  });

type Decompress = (bytes: Buffer, options: ZlibOptions) => Promise<Buffer>;

const DECOMPRESS: Readonly<Record<string, Decompress>> = {
  gzip: promisify(gunzip) as Decompress,
  'x-gzip': promisify(gunzip) as Decompress,
  deflate: promisify(inflate) as Decompress,
  br: promisify(brotliDecompress) as Decompress,
};

async function decompress(bytes: Buffer, name: string): Promise<Buffer> {
  if (!Object.hasOwn(DECOMPRESS, name)) {
    throw new HttpError(415, 'Unsupported Content-Encoding. Send the body uncompressed or with gzip.');
  }
  try {
    return await DECOMPRESS[name](bytes, { maxOutputLength: LIMITS.bodyBytes });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge();
    throw new HttpError(400, `The body is not valid ${name}.`);
  }
}

function parse(text: string, refusal: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new HttpError(400, refusal);
  }
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
