// The rail every hand finds in the same place on every screen: moving about, reading aids, leaving.
import type { Signal } from '@preact/signals';
import {
  Accessibility,
  ALargeSmall,
  ArrowLeft,
  CircleX,
  Contrast,
  FolderTree,
  House,
  type IconNode,
  Languages,
  ListChecks,
  Search,
  Volume2,
} from 'lucide';
import { useLocation } from 'preact-iso';
import { t } from '../i18n/translate.ts';
import { reader, readScreen } from '../speech/read-aloud.ts';
import { canReadAloud } from '../speech/voices.ts';
import { usePhase } from '../state/engine-context.ts';
import { openKeypad } from '../state/keypad.ts';
import { isContrast, isElder, isLowReach, toggleLanguage } from '../state/modes.ts';
import { depth, useNavigation } from '../state/navigation.ts';
import { isTallGlass } from '../state/screen-units.ts';
import { takenRecords } from '../state/take-home.ts';
import { requestSearchFocus } from '../state/typed-text.ts';
import { Icon } from './icon.tsx';

interface RailButtonProps {
  readonly icon: IconNode;
  readonly label: string;
  readonly onClick: () => void;
  readonly isDisabled?: boolean;
  readonly isPressed?: boolean;
  readonly isHere?: boolean;
  /** How many things wait there; nothing is shown for none. */
  readonly count?: number;
  readonly class?: string;
}

function RailButton(props: RailButtonProps) {
  return (
    <button
      type="button"
      class={`rail__button ${props.class ?? ''}`}
      disabled={props.isDisabled ?? false}
      aria-pressed={props.isPressed}
      aria-current={props.isHere ? 'page' : undefined}
      onClick={props.onClick}
    >
      <Icon node={props.icon} />
      <span>{props.label}</span>
      {(props.count ?? 0) > 0 && <span class="rail__count figures">{props.count}</span>}
    </button>
  );
}

/** A reading aid: on or off, for this visit. */
function ModeButton({ icon, label, mode }: { icon: IconNode; label: string; mode: Signal<boolean> }) {
  return (
    <RailButton
      icon={icon}
      label={label}
      isPressed={mode.value}
      onClick={() => {
        mode.value = !mode.peek();
      }}
    />
  );
}

function ReadAloudButton() {
  const isOpen = reader.state.value !== 'silent';
  return (
    <RailButton
      icon={Volume2}
      label={t('rail.readAloud')}
      isPressed={isOpen}
      onClick={() => (isOpen ? reader.stop() : readScreen())}
    />
  );
}

/** An aid this terminal cannot give is not offered: no low reach on low glass, no reading without a voice. */
function Aids({ onEnd }: { onEnd: () => void }) {
  return (
    <fieldset class="rail__aids" aria-label={t('rail.help')}>
      <ModeButton icon={ALargeSmall} label={t('rail.elder')} mode={isElder} />
      <ModeButton icon={Contrast} label={t('rail.contrast')} mode={isContrast} />
      {isTallGlass.value && <ModeButton icon={Accessibility} label={t('rail.lowReach')} mode={isLowReach} />}
      {canReadAloud.value && <ReadAloudButton />}
      <RailButton icon={Languages} label={t('rail.language')} onClick={toggleLanguage} />
      <RailButton icon={CircleX} label={t('rail.end')} onClick={onEnd} class="rail__button--end" />
    </fieldset>
  );
}

export function HandRail({ onEnd }: { onEnd: () => void }) {
  const { path } = useLocation();
  const navigation = useNavigation();
  const search = () => {
    if (path !== '/search') navigation.open('/search');
    openKeypad();
    requestSearchFocus();
  };
  const go = (url: string) => () => navigation.open(url);
  const isHome = path === '/';
  const isEmpty = usePhase() !== 'ready';
  return (
    <nav class="rail" aria-label={t('rail.label')}>
      <div class="rail__places">
        <RailButton
          icon={ArrowLeft}
          label={t('rail.back')}
          onClick={navigation.back}
          isDisabled={isHome && depth.value === 0}
        />
        <RailButton icon={House} label={t('rail.home')} onClick={go('/')} isHere={isHome} />
        <RailButton
          icon={Search}
          label={t('rail.search')}
          onClick={search}
          isHere={path === '/search'}
          isDisabled={isEmpty}
        />
        <RailButton
          icon={FolderTree}
          label={t('rail.browse')}
          onClick={go('/browse')}
          isHere={path.startsWith('/browse')}
          isDisabled={isEmpty}
        />
        <RailButton
          icon={ListChecks}
          label={t('rail.list')}
          onClick={go('/list')}
          isHere={path === '/list'}
          isDisabled={isEmpty}
          count={takenRecords.value.length}
        />
      </div>
      <Aids onEnd={onEnd} />
    </nav>
  );
}
