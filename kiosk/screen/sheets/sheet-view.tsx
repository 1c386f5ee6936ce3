// Draws the sheet a page asks for.
import { t } from '../../i18n/translate.ts';
import type { WallContent } from '../wall-content.ts';
import type { Box } from '../wall-geometry.ts';
import { WallMessage } from '../wall-message.tsx';
import type { Sheet } from '../wall-page.ts';
import { BoardSheet, FiguresSheet } from './figures-sheet.tsx';
import { FloorMap, FloorPlaces } from './floor-sheets.tsx';
import { HallDaysSheet, HallSheet, HallSide } from './hall-sheet.tsx';
import { HowSheet, PhoneSheet } from './help-sheets.tsx';
import { EmergencySheet, NoticeSheet } from './notice-sheet.tsx';
import { NoticeSide } from './notice-side.tsx';
import { PaneChart } from './pane-chart.tsx';
import { AgenciesSheet, WindowsSheet } from './place-sheets.tsx';
import { NewestSheet, RankingSheet } from './ranking-sheet.tsx';
import { RegisterChartSheet, RegisterRankingSheet } from './register-sheets.tsx';
import { YearChart } from './year-chart.tsx';

export interface SheetProps {
  readonly sheet: Sheet;
  readonly content: WallContent;
  /** The room it has, in units. */
  readonly box: Box;
  /** It stands in the coloured side. */
  readonly isSide?: boolean;
}

export function SheetView({ sheet, content, box, isSide = false }: SheetProps) {
  const { venue, publicUrl } = content.manifest;
  switch (sheet.type) {
    case 'notice':
      return <NoticeSheet {...sheet} publicUrl={publicUrl} />;
    case 'emergency':
      return <EmergencySheet {...sheet} publicUrl={publicUrl} />;
    case 'notice-side':
      return <NoticeSide notice={sheet.notice} publicUrl={publicUrl} venue={venue} />;
    case 'newest':
      return <NewestSheet records={sheet.records} />;
    case 'ranking':
      return <RankingSheet {...sheet} />;
    case 'year-chart':
      return <YearChart {...sheet} box={box} />;
    case 'pane-chart':
      return <PaneChart {...sheet} />;
    case 'register-ranking':
      return <RegisterRankingSheet {...sheet} />;
    case 'register-chart':
      return <RegisterChartSheet {...sheet} box={box} />;
    case 'figures':
      return <FiguresSheet figures={sheet.figures} />;
    case 'board':
      return <BoardSheet board={sheet.board} asOf={sheet.asOf} />;
    case 'hall':
      return <HallSheet venue={venue} />;
    case 'hall-days':
      return <HallDaysSheet venue={venue} />;
    case 'hall-side':
      return <HallSide venue={venue} publicUrl={publicUrl} />;
    case 'floor-map':
      return <FloorMap floor={sheet.floor} box={box} />;
    case 'floor-places':
      return <FloorPlaces {...sheet} />;
    case 'phone':
      return <PhoneSheet publicUrl={publicUrl} />;
    case 'how':
      return <HowSheet isSide={isSide} />;
    case 'windows':
      return <WindowsSheet windows={sheet.windows} />;
    case 'agencies':
      return <AgenciesSheet agencies={sheet.agencies} />;
    case 'nothing':
      return <WallMessage title={t('wall.nothing')} line={t('wall.nothingLine')} />;
  }
}
