export { input, layers, model } from '@tensorflow/tfjs-layers';
