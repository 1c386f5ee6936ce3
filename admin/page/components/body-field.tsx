// The place of the body editor: holds its room while the editor's code is under way.
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import type { BodyEditorProps } from './body-editor.tsx';
import { ProblemNotice } from './problem.tsx';

type Arrived = { readonly Editor: ComponentType<BodyEditorProps> | null; readonly error: unknown };

export function BodyField(props: BodyEditorProps) {
  const [{ Editor, error }, setArrived] = useState<Arrived>({ Editor: null, error: null });
  const [round, setRound] = useState(0);
  useEffect(() => {
    import('./body-editor.tsx').then(
      (module) => setArrived({ Editor: module.BodyEditor, error: null }),
      (failure) => setArrived({ Editor: null, error: failure }),
    );
  }, [round]);
  return (
    <section class="card stack" aria-labelledby="editor-body">
      <h2 id="editor-body">{t('editor.body')}</h2>
      {error !== null && <ProblemNotice error={error} retry={() => setRound((count) => count + 1)} />}
      {Editor ? (
        <Editor {...props} />
      ) : (
        <div class="body-editor-room skeleton" role="status" aria-label={t('app.loading')} />
      )}
    </section>
  );
}
