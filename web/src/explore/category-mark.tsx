import { type Mark, shapePath } from './category-marks';

/** The color and shape of a category, as in the map. */
export const CategoryMark = ({ mark }: { mark: Mark | undefined }) => (
  <svg width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true">
    {mark && <path d={shapePath(mark.shape, 4.5)} fill={mark.color} />}
  </svg>
);
