import { isUtf8 } from 'node:buffer';
import { Transform, type TransformCallback } from 'node:stream';

/** The encodings that are detected. Windows-1252 includes the characters of Latin-1. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** The max number of bytes that `detectEncoding` needs. */
export const ENCODING_SAMPLE_BYTES = 64 * 2 ** 20;

/**
 * Detects the encoding of a text by its byte order mark, its zero bytes or its validity as UTF-8. A UTF-8 text with
 * some damaged characters is detected as UTF-8, and decoding it fails.
 */
export function detectEncoding(start: Buffer): TextEncoding {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  const length = Math.min(start.length, 4_096) & ~1;
  for (let i = 0; i < length; i++) if (start[i] === 0) zeros[i & 1]++;
  // In UTF-16 the upper byte of most characters is zero.
  if (zeros[1] > length / 4 && zeros[0] < length / 50) return 'utf-16le';
  if (zeros[0] > length / 4 && zeros[1] < length / 50) return 'utf-16be';
  const isCut = start.length >= ENCODING_SAMPLE_BYTES;
  const whole = isCut ? withoutCutCharacter(start) : start;
  return isUtf8(whole) || isDamagedUtf8(whole) ? 'utf-8' : 'windows-1252';
}

/** Whether most non-ASCII bytes are valid UTF-8. In Windows-1252 such byte pairs are rare. */
function isDamagedUtf8(text: Buffer): boolean {
  let [valid, damaged] = [0, 0];
  for (let i = 0; i < text.length; i++) {
    if (text[i] < 0x80) continue;
    const length = text[i] >= 0xf0 ? 4 : text[i] >= 0xe0 ? 3 : 2;
    if (text[i] >= 0xc2 && isUtf8(text.subarray(i, i + length))) {
      valid++;
      i += length - 1;
    } else damaged++;
  }
  return valid > 0 && valid >= damaged;
}

/** Removes the last character if it may be incomplete because the text was truncated. */
function withoutCutCharacter(text: Buffer): Buffer {
  let end = text.length;
  while (end > 0 && text.length - end < 4 && (text[end - 1] & 0xc0) === 0x80) end--;
  return end > 0 && text[end - 1] >= 0xc0 ? text.subarray(0, end - 1) : text;
}

/** Creates a stream that converts an encoding to UTF-8 without a byte order mark. */
export function createDecoder(encoding: TextEncoding): Transform {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let line = 1;
  const decode = (chunk: Buffer | undefined, done: TransformCallback) => {
    try {
      const text = chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
      line += countLines(text);
      done(null, text);
    } catch (cause) {
      const [before] = new TextDecoder(encoding).decode(chunk).split('\uFFFD');
      const place = `line ${line + countLines(before)} has a character that is not valid ${encoding}`;
      done(new Error(`${place}. Save the file in one encoding, such as UTF-8`, { cause }));
    }
  };
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => decode(chunk, done),
    flush: (done) => decode(undefined, done),
  });
}

const countLines = (text: string) => text.split('\n').length - 1;
