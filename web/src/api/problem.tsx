import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import { ApiError, ask } from './ask';
import { WriteMissingEmbeddingsDocument } from './operations.generated';
import { TokenForm } from './token-form';

/** Says what went wrong and offers what can be done about it. */
export function Problem({ error, retry }: { error: Error; retry?: () => void }) {
  const code = error instanceof ApiError ? error.code : undefined;
  const message = code ? error.message : 'The service does not answer. Is npm start still running?';
  return (
    <div className="problem" role="alert">
      <p>{message}</p>
      {code === 'UNAUTHENTICATED' && <TokenForm />}
      {code === 'EMBEDDINGS_MISSING' && <WriteEmbeddings />}
      {code === 'POLICY_UNTRAINED' && <Link href="/train">Train it</Link>}
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
    mutationFn: () => ask(WriteMissingEmbeddingsDocument, {}),
    onSuccess: () => queries.invalidateQueries(),
  });
  return (
    <>
      <button
        type="button"
        aria-disabled={writing.isPending}
        onClick={() => writing.isPending || writing.mutate()}
      >
        {writing.isPending ? 'Writing embeddings, about half a minute…' : 'Write embeddings now'}
      </button>
      {writing.error && <p>{writing.error.message}</p>}
    </>
  );
}
