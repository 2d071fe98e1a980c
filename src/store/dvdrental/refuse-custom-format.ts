import { AppError } from '../../app-error';
import { CONVERT } from './parse-toc';

/** Creates the error for a pg_dump archive in custom format, with ways to convert it. */
export const refuseCustomFormat = (name: string): AppError =>
  new AppError(
    'BAD_USER_INPUT',
    `${name} is a pg_dump archive in custom format (-Fc), which only pg_restore reads. ${CONVERT}`,
  );
