import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useSession } from '../session/use-session';
import { ApiError, execute, messageOf } from './execute';
import { WriteMissingEmbeddingsDocument } from './operations.generated';

/** Computing embeddings of a large graph takes minutes. */
const EMBEDDING_TIMEOUT_MS = 600_000;

/** Shows an error and the actions that may resolve it. */
export function Problem({ error, retry }: { error: Error; retry?: () => void }) {
  const { can } = useSession();
  const code = error instanceof ApiError ? error.code : undefined;
  return (
    <div className="problem" role="alert">
      <p>{messageOf(error)}</p>
      {code === 'EMBEDDINGS_MISSING' && can.train && <WriteEmbeddings />}
      {code === 'POLICY_UNTRAINED' && can.train && <Link href="/train">Train this policy</Link>}
      {retry && (
        <button type="button" className="secondary" onClick={retry}>
          Try again
        </button>
      )}
    </div>
  );
}

function WriteEmbeddings() {
  const queries = useQueryClient();
  const writing = useMutation({
    mutationFn: () => execute(WriteMissingEmbeddingsDocument, {}, { timeoutMs: EMBEDDING_TIMEOUT_MS }),
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
      {writing.error && <p>{messageOf(writing.error)}</p>}
    </>
  );
}
