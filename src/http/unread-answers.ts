import type { ServerResponse } from 'node:http';
import { AppError } from '../app-error';
import type { Caller } from './admission/caller';
import { createSlots } from './admission/slots';

/** Characters of answers in memory that their clients have not read yet: of all callers, and of one. */
const MAX_TOTAL = 200_000_000;
const MAX_PER_CALLER = 40_000_000;

/** Bounds the memory of answers that are sent and not read. */
export interface UnreadAnswers {
  /**
   * Counts an answer until its client has read it or has left.
   * @throws AppError OVERLOADED
   */
  hold(caller: Caller, response: ServerResponse, length: number): void;
}

/** Creates the bound of one server. */
export function createUnreadAnswers(): UnreadAnswers {
  const slots = createSlots(MAX_TOTAL);
  return {
    hold: ({ key }, response, length) => {
      const release = slots.take(key, MAX_PER_CALLER, length);
      if (!release) throw new AppError('OVERLOADED', 'Read the answers of earlier requests first.');
      response.once('close', release);
    },
  };
}
