/** A loading message. It appears after a short delay to avoid flicker. */
export function Loading({ label }: { label: string }) {
  return (
    <p className="loading" role="status">
      Loading {label}…
    </p>
  );
}
