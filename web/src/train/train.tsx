/** Train. */
export const Train = () => <h1>Train</h1>;
