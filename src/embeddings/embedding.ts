/** The embeddings that Graph Data Science writes, named as in the API's enum Embedding. */
export const EMBEDDING_NAMES = ['NODE2VEC', 'FASTRP'] as const;
export type EmbeddingName = (typeof EMBEDDING_NAMES)[number];

/** How one embedding is computed and stored. */
export interface Embedding {
  /** The node property with the embedding, a list of floats. */
  readonly property: string;
  readonly dimension: number;
  readonly procedure: string;
  /** Configuration of the procedure besides property, dimension and job id. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

/**
 * node2vec (Grover and Leskovec 2016) with the tutorial's parameters, and FastRP (Chen et al. 2019). Both compute the
 * same vectors for the same graph. For this, node2vec needs a fixed seed and a single thread.
 */
export const EMBEDDINGS: Readonly<Record<EmbeddingName, Embedding>> = {
  NODE2VEC: {
    property: 'node2vecEmbedding',
    dimension: 100,
    procedure: 'gds.node2vec.write',
    parameters: { iterations: 100, walkLength: 5, walksPerNode: 10, randomSeed: 1311, concurrency: 1 },
  },
  FASTRP: {
    property: 'fastrpEmbedding',
    dimension: 100,
    procedure: 'gds.fastRP.write',
    parameters: { iterationWeights: [0, 1, 1, 1], normalizationStrength: 0, randomSeed: 42, concurrency: 1 },
  },
};
