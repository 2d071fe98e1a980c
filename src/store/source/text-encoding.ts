import { isUtf8 } from 'node:buffer';
import { Transform, type TransformCallback } from 'node:stream';

/** The encodings that are detected. Windows-1252 includes the characters of Latin-1. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** How many bytes `detectEncoding` wants to see: the whole file, unless it is larger. */
export const ENCODING_SAMPLE_BYTES = 64 * 2 ** 20;

/** Detects the encoding of a text by its byte order mark, its zero bytes or its validity as UTF-8. */
export function detectEncoding(start: Buffer): TextEncoding {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  const length = Math.min(start.length, 4_096) & ~1;
  for (let i = 0; i < length; i++) if (start[i] === 0) zeros[i & 1]++;
  // The upper byte of most characters of a text in UTF-16 is zero.
  if (zeros[1] > length / 4 && zeros[0] < length / 50) return 'utf-16le';
  if (zeros[0] > length / 4 && zeros[1] < length / 50) return 'utf-16be';
  const isCut = start.length >= ENCODING_SAMPLE_BYTES;
  return isUtf8(isCut ? withoutCutCharacter(start) : start) ? 'utf-8' : 'windows-1252';
}

/** Removes the last character, if it may lack bytes because the text was cut. */
function withoutCutCharacter(text: Buffer): Buffer {
  let end = text.length;
  while (end > 0 && text.length - end < 4 && (text[end - 1] & 0xc0) === 0x80) end--;
  return end > 0 && text[end - 1] >= 0xc0 ? text.subarray(0, end - 1) : text;
}

/** Creates a stream that turns bytes of an encoding into UTF-8 without a byte order mark. */
export function createDecoder(encoding: TextEncoding): Transform {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const decode = (chunk: Buffer | undefined, done: TransformCallback) => {
    try {
      done(null, chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode());
    } catch (cause) {
      done(new Error(`the text is not valid ${encoding}`, { cause }));
    }
  };
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => decode(chunk, done),
    flush: (done) => decode(undefined, done),
  });
}
