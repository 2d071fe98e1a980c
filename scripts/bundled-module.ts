/** The names of the modules of src/recommender/engine whose imports the build bundles. */
export const BUNDLED_MODULE = /^tfjs-\w+\.ts$/;
