/** The embeddings that Graph Data Science writes, as the API's enum Embedding names them. */
export const EMBEDDING_NAMES = ['NODE2VEC', 'FASTRP'] as const;
export type EmbeddingName = (typeof EMBEDDING_NAMES)[number];

/** How one embedding is computed and where it is kept. */
export interface Embedding {
  /** The node property that holds it, a list of floats. */
  readonly property: string;
  readonly dimension: number;
  readonly procedure: string;
  /** Configuration of the procedure, beside property, dimension and job id. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

/**
 * node2vec with the tutorial's parameters (Grover and Leskovec 2016; not reproducible in GDS, seed or not),
 * and FastRP (Chen et al. 2019), which is reproducible.
 */
export const EMBEDDINGS: Readonly<Record<EmbeddingName, Embedding>> = {
  NODE2VEC: {
    property: 'node2vecEmbedding',
    dimension: 100,
    procedure: 'gds.node2vec.write',
    parameters: { iterations: 100, walkLength: 5, walksPerNode: 10 },
  },
  FASTRP: {
    property: 'fastrpEmbedding',
    dimension: 100,
    procedure: 'gds.fastRP.write',
    parameters: { iterationWeights: [0, 1, 1, 1], normalizationStrength: 0, randomSeed: 42, concurrency: 1 },
  },
};
