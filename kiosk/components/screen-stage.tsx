// The upper half in low reach, where no hand goes: the open screen's title in large, or the sentence being read.
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { reader } from '../speech/read-aloud.ts';
import { scroller } from '../state/navigation.ts';

interface Heading {
  readonly text: string;
  readonly language: string;
}

function currentHeading(): Heading {
  const title = scroller.current?.querySelector('h1');
  const language = title?.closest('[lang]')?.getAttribute('lang') ?? '';
  return { text: title?.textContent ?? '', language };
}

/** The title of the screen, whichever draws it, as soon as it is there. */
function useHeading(): Heading {
  const { path } = useLocation();
  const [heading, setHeading] = useState<Heading>({ text: '', language: '' });
  useEffect(() => {
    const area = scroller.current;
    if (!area) return;
    const look = () => {
      const next = currentHeading();
      setHeading((before) =>
        before.text === next.text && before.language === next.language ? before : next,
      );
    };
    const observer = new MutationObserver(look);
    observer.observe(area, { childList: true, subtree: true, characterData: true });
    look();
    return () => observer.disconnect();
  }, [path]);
  return heading;
}

/** Longer titles get a smaller type: all of it must be there. In characters. */
const longTitle = 28;

/** The window of the product's name, as faint lines: one calm thing to look at. */
function Lattice() {
  return (
    <svg class="stage__lattice" viewBox="0 0 64 64" aria-hidden="true" focusable="false">
      <path d="M2 2h60v60h-60zM32 2v20M32 42v20M2 32h20M42 32h20M16 2v60M48 2v60M2 16h60M2 48h60M22 22h20v20h-20z" />
    </svg>
  );
}

/** Says again what is said below, so it is silent for assistive tools. */
export function ScreenStage() {
  const heading = useHeading();
  const piece = reader.piece.value;
  const text = piece?.text ?? heading.text;
  const size = text.length > longTitle ? 'stage__words--long' : '';
  return (
    <div class="stage" aria-hidden="true">
      <Lattice />
      <p
        class={`stage__words ${size} ${piece ? 'stage__words--read' : ''}`}
        lang={piece ? (piece.language === 'en' ? 'en' : 'zh-CN') : heading.language}
      >
        {text}
      </p>
    </div>
  );
}
