// Who discloses, where people read it, and the tree the catalogue hangs on.

import type { VenueVoice } from '../voice/venue-voice.ts';
import type { Hall } from './hall-plan.ts';
import type { VenueDisplay } from './venue-display.ts';

/** 公开主体 / 机构 */
export interface Agency {
  readonly id: string;
  readonly name: string;
  readonly shortName: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly hours: string | null;
  readonly leader: string | null;
  readonly functions: string | null;
  /** Smaller comes first. */
  readonly order: number;
}

/** 查阅场所: the hall, archive or library the terminals stand in. */
export interface VenueProfile {
  readonly name: string;
  /** 区/县 the venue serves. */
  readonly region: string;
  readonly address: string | null;
  readonly phone: string | null;
  readonly hours: string | null;
  readonly supervisionPhone: string | null;
  /** Absent in releases made before venues could say. */
  readonly display?: VenueDisplay | undefined;
  /** Absent where nobody has drawn the hall. */
  readonly hall?: Hall | undefined;
  /** Absent where staff keep neither topics to wish for nor contacts of supervision. */
  readonly voice?: VenueVoice | undefined;
}

/** One node of the catalogue tree. Roots have no parent. */
export interface TreeNode {
  readonly id: string;
  readonly parentId: string | null;
  readonly title: string;
  /** The article it comes from, e.g. 条例第二十条（一）. */
  readonly basis: string | null;
  readonly order: number;
}
