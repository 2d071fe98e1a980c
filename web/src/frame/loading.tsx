/** Says that something is on its way, once it has taken long enough to be noticed. */
export function Loading({ what }: { what: string }) {
  return (
    <p className="loading" role="status">
      Loading {what}…
    </p>
  );
}
