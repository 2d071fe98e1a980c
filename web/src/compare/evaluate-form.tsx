import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId } from 'react';
import { execute } from '../api/execute';
import { EvaluateDocument, EvaluationsDocument, type EvaluationSplit } from '../api/operations.generated';
import { Problem } from '../api/problem';
import { SPLITS } from './splits';
import styles from './compare.module.css';

/** The form that starts an evaluation. */
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
      execute(EvaluateDocument, {
        input: {
          k: Number(form.get('k')),
          split: form.get('split') as EvaluationSplit,
          share: Number(form.get('share')) / 100,
        },
      }),
    onSuccess: async ({ evaluatePolicies }) => {
      if (evaluatePolicies) onStarted(evaluatePolicies.evaluation.id);
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
        <label htmlFor={`${id}k`}>List length (k)</label>
        <input id={`${id}k`} name="k" type="number" min="1" max="100" defaultValue="10" required />
      </div>
      <div>
        <label htmlFor={`${id}split`}>Split</label>
        <select id={`${id}split`} name="split" defaultValue="GLOBAL">
          {Object.entries(SPLITS).map(([split, name]) => (
            <option key={split} value={split}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor={`${id}share`}>Training share (%)</label>
        <input id={`${id}share`} name="share" type="number" min="10" max="95" defaultValue="80" required />
      </div>
      <button type="submit" aria-disabled={isWaiting}>
        {isWaiting ? 'Evaluating…' : 'Evaluate all policies'}
      </button>
      {evaluating.error && <Problem error={evaluating.error} />}
    </form>
  );
}
