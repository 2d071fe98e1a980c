import { addDownload } from '../../src/private-neo4j/download-progress';

describe('addDownload', () => {
  it('adds files and bytes of the lines that report a download', () => {
    const lines = [
      '[INFO] Scanning for projects...',
      '[INFO] Downloading from central: https://repo.maven.apache.org/maven2/org/neo4j/neo4j/5.26.24/neo4j-5.26.24.pom',
      '[INFO] Downloaded from central: https://repo.maven.apache.org/maven2/org/neo4j/neo4j/5.26.24/neo4j-5.26.24.pom (9.5 kB at 31 kB/s)',
      'Downloaded from mirror: http://mirror/org/neo4j/gds/proc.jar (1.5 MB at 2.1 MB/s)',
      'Downloaded from mirror: http://mirror/a.sha1 (40 B at 900 B/s)',
    ];
    expect(lines.reduce(addDownload, { files: 0, bytes: 0 })).toEqual({ files: 3, bytes: 1_509_540 });
  });
});
