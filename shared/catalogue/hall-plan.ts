// The hall as staff draw it: floors with areas on them, where terminals stand, days that differ, whom to call.

/** What an area is for. People walk through open kinds and around all others. */
export const areaKinds = [
  'window', // 窗口
  'counter', // 服务台
  'service', // 办事区
  'self-service', // 自助区
  'waiting', // 等候区
  'reading', // 查阅区
  'library', // 图书馆
  'archive', // 档案室
  'meeting', // 会议室、调解室
  'office', // 办公室
  'toilet', // 卫生间
  'accessible-toilet', // 无障碍卫生间
  'lactation', // 母婴室
  'water', // 饮水处
  'lift', // 电梯
  'stairs', // 楼梯
  'entrance', // 出入口
  'other', // 其他
] as const;
export type AreaKind = (typeof areaKinds)[number];

/** Kinds whose floor people cross. */
export const openKinds: ReadonlySet<AreaKind> = new Set([
  'service',
  'self-service',
  'waiting',
  'reading',
  'entrance',
]);

export const sides = ['top', 'right', 'bottom', 'left'] as const;
/** A side of an area on the plan. */
export type Side = (typeof sides)[number];

/** A rectangle on a floor, in metres from the top left corner of the plan. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly depth: number;
}

export interface HallArea extends Rectangle {
  /** Unique in the hall. */
  readonly id: string;
  readonly kind: AreaKind;
  /** Lifts and stairs of one name on several floors are the same lift or stairs. */
  readonly name: string;
  /** The number over a window, as people read it: `3`, `A12`. */
  readonly number: string | null;
  /** The side one goes in by, or stands at; null: any. */
  readonly door: Side | null;
  /** The agencies whose matters are handled here. */
  readonly agencyIds: readonly string[];
  readonly note: string | null;
}

export interface HallFloor {
  readonly id: string;
  /** 一楼 */
  readonly name: string;
  readonly width: number;
  readonly depth: number;
  readonly areas: readonly HallArea[];
}

/** Where somebody stands. */
export interface HallPoint {
  readonly floorId: string;
  readonly x: number;
  readonly y: number;
}

/** A terminal that stands elsewhere than the hall's own point, by the name staff gave it. */
export interface TerminalPoint extends HallPoint {
  readonly terminal: string;
}

/** A day that differs from the weekly opening hours; without spans the hall is closed. */
export interface ExceptionDay {
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly spans: readonly { readonly from: string; readonly to: string }[];
  readonly note: string;
}

export interface HallContact {
  readonly name: string;
  readonly phone: string;
  /** The area where they sit. */
  readonly areaId: string | null;
  readonly note: string | null;
}

export interface Hall {
  /** Lowest first. */
  readonly floors: readonly HallFloor[];
  /** 您在这里, for every terminal that has no point of its own. */
  readonly here: HallPoint | null;
  readonly terminals: readonly TerminalPoint[];
  readonly exceptions: readonly ExceptionDay[];
  readonly contacts: readonly HallContact[];
}

export const emptyHall: Hall = { floors: [], here: null, terminals: [], exceptions: [], contacts: [] };

/** The side of one square of the plan in metres: everything drawn snaps to it. */
export const gridMetres = 0.5;

/** Where a terminal of this name stands; the hall's own point for any other. */
export function pointOf(hall: Hall, terminal: string | null): HallPoint | null {
  const own = hall.terminals.find((one) => one.terminal === terminal);
  return own ?? hall.here;
}

/** An area and its floor by the area's id. */
export function findArea(
  hall: Hall,
  id: string | null,
): { readonly floor: HallFloor; readonly area: HallArea } | null {
  for (const floor of hall.floors) {
    const area = floor.areas.find((one) => one.id === id);
    if (area !== undefined) return { floor, area };
  }
  return null;
}
