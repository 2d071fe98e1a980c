import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { execute } from '../api/execute';
import { type RunFragment, StartTrainingDocument, TrainingRunsDocument } from '../api/operations.generated';
import { Problem } from '../api/problem';
import { POLICIES } from '../policies/policies';
import { runName } from './run-name';
import styles from './train.module.css';

const TRAINABLE = ['DQN', 'TUTORIAL'] as const;

/** The form that starts a run, from scratch or from an earlier run. */
export function StartForm({
  runs,
  isBusy,
  onStarted,
}: {
  runs: readonly RunFragment[];
  isBusy: boolean;
  onStarted: (run: string) => void;
}) {
  const id = useId();
  const queries = useQueryClient();
  const [policy, setPolicy] = useState<(typeof TRAINABLE)[number]>('DQN');
  const starting = useMutation({
    mutationFn: (form: FormData) =>
      execute(StartTrainingDocument, {
        input: {
          policy,
          steps: toNumber(form.get('steps')),
          seed: toNumber(form.get('seed')),
          resume: String(form.get('resume') ?? '') || undefined,
        },
      }),
    onSuccess: async ({ startTraining }) => {
      await queries.invalidateQueries({ queryKey: [TrainingRunsDocument.toString()] });
      if (startTraining) onStarted(startTraining.run.id);
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isBusy || starting.isPending) return;
    starting.mutate(new FormData(event.currentTarget));
  };
  const resumable = runs.filter((run) => run.status !== 'RUNNING' && run.version && run.policy === policy);
  return (
    <form className={`panel ${styles.start}`} onSubmit={submit} aria-label="Start training">
      <div>
        <label htmlFor={`${id}policy`}>Policy</label>
        <select
          id={`${id}policy`}
          value={policy}
          onChange={({ target }) => setPolicy(TRAINABLE.find((name) => name === target.value) ?? 'DQN')}
        >
          {TRAINABLE.map((name) => (
            <option key={name} value={name}>
              {POLICIES[name].name}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor={`${id}resume`}>Resume from</label>
        <select id={`${id}resume`} name="resume">
          <option value="">Start from scratch</option>
          {resumable.map((run) => (
            <option key={run.id} value={run.id}>
              {runName(run)}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor={`${id}steps`}>Max steps</label>
        <input id={`${id}steps`} name="steps" inputMode="numeric" pattern="[0-9]*" placeholder="Default" />
      </div>
      <div>
        <label htmlFor={`${id}seed`}>Seed</label>
        <input id={`${id}seed`} name="seed" inputMode="numeric" pattern="[0-9]*" placeholder="Default" />
      </div>
      <button type="submit" aria-disabled={isBusy || starting.isPending}>
        {isBusy ? 'A run is in progress' : starting.isPending ? 'Starting…' : 'Start training'}
      </button>
      {starting.error && <Problem error={starting.error} />}
    </form>
  );
}

const toNumber = (text: FormDataEntryValue | null) => (text ? Number(text) : undefined);
