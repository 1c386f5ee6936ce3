// Where files are dropped or chosen.
import { FileInput } from 'lucide';
import { useState } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { Icon } from './icon.tsx';

const accepted = '.csv,.tsv,.xlsx,.jsonl,.gz,.docx,.pdf,.html,.htm,.txt,.md,.zip';

interface DropZoneProps {
  readonly isBusy: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  /** One file only. */
  readonly isSingle?: boolean;
}

export function DropZone({ isBusy, onFiles, isSingle = false }: DropZoneProps) {
  const [isOver, setOver] = useState(false);
  const take = (list: FileList | null | undefined) => {
    const files = [...(list ?? [])];
    if (files.length > 0 && !isBusy) onFiles(files);
  };
  return (
    <label
      class={`card drop-zone${isOver ? ' drop-zone-over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      <Icon node={FileInput} />
      <strong role="status">{t(isBusy ? 'import.uploading' : 'import.drop')}</strong>
      <span class="secondary">{t('import.formats')}</span>
      <input
        type="file"
        class="visually-hidden"
        multiple={!isSingle}
        accept={accepted}
        disabled={isBusy}
        onChange={(event) => {
          take(event.currentTarget.files);
          event.currentTarget.value = '';
        }}
      />
    </label>
  );
}
