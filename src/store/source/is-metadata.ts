/** Whether a path is a file that an operating system added, such as .DS_Store or __MACOSX/._movies.csv. */
export const isMetadata = (path: string): boolean =>
  path
    .split(/[/\\]/)
    .some((part) => part === '__MACOSX' || (part.startsWith('.') && !/^\.{1,2}$/.test(part)));
