// The build replaces the four modules tfjs-*.ts by bundles of their packages. Other modules import values of
// TensorFlow.js from these four.
export * from '@tensorflow/tfjs-core';
// Registers the gradients of all operations: in Node, the core comes without them.
import '@tensorflow/tfjs-layers';
