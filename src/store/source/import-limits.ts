/** Limits that protect an import from broken or malicious files. Known data sets are far below all of them. */
export const IMPORT_LIMITS = {
  /** Max bytes of a file after decompression. The ratings of ml-32m have 0.9 GB. */
  fileBytes: 64 * 2 ** 30,
  /** Max ratio of decompressed to compressed bytes, for files larger than `ratioFromBytes`. */
  ratio: 200,
  ratioFromBytes: 64 * 2 ** 20,
  /** Max bytes of a file that is read into memory as a whole, such as a table of a database dump. */
  tableBytes: 2 ** 30,
  /** Max characters of a record with all of its columns. */
  recordCharacters: 4 * 2 ** 20,
  /** Max characters of a value. */
  valueCharacters: 2 ** 20,
  /** Max files of a folder or archive, and max depth of its folders. */
  files: 10_000,
  depth: 4,
} as const;
