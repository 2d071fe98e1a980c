export { version_cpu } from '@tensorflow/tfjs-backend-cpu';
