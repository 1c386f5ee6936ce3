// The first cell of a row about something visitors spoke of: its title, as a link where it can be opened.
import { t } from '../i18n/index.ts';

interface VoicedTitleProps {
  readonly title: string;
  /** Path below the desk's; null for what is no longer there. */
  readonly open: string | null;
}

export function VoicedTitle({ title, open }: VoicedTitleProps) {
  const words = title || t('voice.unknown');
  return (
    <td class="grow">
      {open === null ? (
        words
      ) : (
        <a class="record-title" href={`/admin${open}`}>
          {words}
        </a>
      )}
    </td>
  );
}
