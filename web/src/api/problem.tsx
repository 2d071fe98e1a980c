import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import { ApiError, execute } from './execute';
import { WriteMissingEmbeddingsDocument } from './operations.generated';
import { TokenForm } from './token-form';

/** Shows an error and the actions that may resolve it. */
export function Problem({ error, retry }: { error: Error; retry?: () => void }) {
  const code = error instanceof ApiError ? error.code : undefined;
  const message = code ? error.message : 'The server is unreachable. Check that it is running.';
  return (
    <div className="problem" role="alert">
      <p>{message}</p>
      {code === 'UNAUTHENTICATED' && <TokenForm />}
      {code === 'EMBEDDINGS_MISSING' && <WriteEmbeddings />}
      {code === 'POLICY_UNTRAINED' && <Link href="/train">Train this policy</Link>}
      {retry && code !== 'UNAUTHENTICATED' && (
        <button type="button" className="quiet" onClick={retry}>
          Try again
        </button>
      )}
    </div>
  );
}

function WriteEmbeddings() {
  const queries = useQueryClient();
  const writing = useMutation({
    mutationFn: () => execute(WriteMissingEmbeddingsDocument, {}),
    onSuccess: () => queries.invalidateQueries(),
  });
  return (
    <>
      <button
        type="button"
        aria-disabled={writing.isPending}
        onClick={() => writing.isPending || writing.mutate()}
      >
        {writing.isPending ? 'Writing embeddings (about 30 seconds)…' : 'Write embeddings'}
      </button>
      {writing.error && <p>{writing.error.message}</p>}
    </>
  );
}
