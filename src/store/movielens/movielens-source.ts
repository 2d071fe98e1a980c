import type { SourceRecord } from '../source-record';

/** What every form of MovieLens holds, under the same names. */
export interface MovielensSource {
  /** Which data these are; it names the import in the graph. */
  readonly name: string;
  /** The films with their titles, years and genres. */
  readonly films: readonly {
    readonly record: SourceRecord;
    readonly title: string;
    readonly year?: number;
    readonly genres: readonly string[];
  }[];
  readonly filmColumn: string;
  readonly ratings: readonly SourceRecord[];
  readonly ratingColumns: { readonly user: string; readonly film: string; readonly timestamp: string };
}

const YEAR_AT_END = /^(.*\S)\s*\((\d{4})\)$/;

/** Takes a title such as Toy Story (1995) apart. */
export function splitTitle(title: string): { title: string; year?: number } {
  const [, name, year] = YEAR_AT_END.exec(title) ?? [];
  return name && year ? { title: name, year: Number(year) } : { title };
}
