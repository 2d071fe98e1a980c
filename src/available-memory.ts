import { AppError } from './app-error';

const BYTES_PER_MEGABYTE = 1e6;

/**
 * The memory available to this process in megabytes: that of its container if limited, otherwise that of the machine.
 */
export const availableMegabytes = (): number => Math.round(process.availableMemory() / BYTES_PER_MEGABYTE);

/** Work that needs a lot of memory. */
export interface MemoryNeed {
  /** A noun phrase with the size of the work, such as "Training DQN on 100000 films". */
  readonly work: string;
  readonly bytes: number;
  /** Advice for the error message if there is not enough memory. */
  readonly remedy: string;
}

/**
 * Checks that enough memory is available before work starts. A process that runs out of memory is killed.
 * @throws AppError BAD_USER_INPUT with how much the work needs and how much is available
 */
export function requireMemory({ work, bytes, remedy }: MemoryNeed, available = availableMegabytes()): void {
  const needed = Math.ceil(bytes / BYTES_PER_MEGABYTE);
  if (needed <= available) return;
  const message = `${work} needs about ${needed} MB of memory; ${available} MB are available. ${remedy}`;
  throw new AppError('BAD_USER_INPUT', message);
}
