/** Limits that protect an import from broken or hostile files. All are far above those of known data sets. */
export const IMPORT_LIMITS = {
  /** Max bytes of a file after decompression; the ratings of ml-32m have 0.9 GB. */
  fileBytes: 64 * 2 ** 30,
  /** Max ratio of decompressed to compressed bytes of a file, once it is larger than `ratioFromBytes`. */
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
