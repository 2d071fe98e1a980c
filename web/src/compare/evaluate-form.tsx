import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId } from 'react';
import { ask } from '../api/ask';
import { EvaluateDocument, EvaluationsDocument } from '../api/operations.generated';
import { Problem } from '../api/problem';
import styles from './compare.module.css';

/** Starts an evaluation of all policies. */
export function EvaluateForm({
  isBusy,
  onStarted,
}: {
  isBusy: boolean;
  onStarted: (evaluation: string) => void;
}) {
  const id = useId();
  const queries = useQueryClient();
  const evaluating = useMutation({
    mutationFn: (form: FormData) =>
      ask(EvaluateDocument, {
        input: { k: Number(form.get('k')), share: Number(form.get('share')) / 100 },
      }),
    onSuccess: async ({ evaluatePolicies: { evaluation } }) => {
      onStarted(evaluation.id);
      await queries.invalidateQueries({ queryKey: [EvaluationsDocument.toString()] });
    },
  });
  const isWaiting = isBusy || evaluating.isPending;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!isWaiting) evaluating.mutate(new FormData(event.currentTarget));
  };
  return (
    <form className={`panel ${styles.evaluate}`} onSubmit={submit} aria-label="Evaluate">
      <div>
        <label htmlFor={`${id}k`}>Films a list</label>
        <input id={`${id}k`} name="k" type="number" min="1" max="100" defaultValue="10" required />
      </div>
      <div>
        <label htmlFor={`${id}share`}>Learned from, percent of each customer's rentals</label>
        <input id={`${id}share`} name="share" type="number" min="10" max="95" defaultValue="80" required />
      </div>
      <button type="submit" aria-disabled={isWaiting}>
        {isWaiting ? 'Evaluating…' : 'Evaluate all policies'}
      </button>
      {evaluating.error && <Problem error={evaluating.error} />}
    </form>
  );
}
