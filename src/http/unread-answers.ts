import type { ServerResponse } from 'node:http';
import { AppError } from '../app-error';
import type { Caller } from './admission/caller';
import { createSlots } from './admission/slots';

/** Max number of characters of unread responses in memory: of all callers, and of one caller. */
const MAX_TOTAL = 200_000_000;
const MAX_PER_CALLER = 40_000_000;

/** Limits the memory of responses that clients have not read yet. */
export interface UnreadAnswers {
  /**
   * Counts a response until its client has read it or disconnected.
   * @throws AppError OVERLOADED
   */
  hold(caller: Caller, response: ServerResponse, length: number): void;
}

/** Creates the limit of one server. */
export function createUnreadAnswers(): UnreadAnswers {
  const slots = createSlots(MAX_TOTAL);
  return {
    hold: ({ key }, response, length) => {
      const release = slots.take(key, MAX_PER_CALLER, length);
      if (!release) throw new AppError('OVERLOADED', 'Read the responses to earlier requests first.');
      response.once('close', release);
    },
  };
}
