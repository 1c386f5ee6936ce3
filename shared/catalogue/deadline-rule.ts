// Deadlines as the standard catalogues state them, turned from words into typed rules.

/** What starts the clock of a rule. */
export type DeadlineTrigger =
  | 'formed-or-changed' // 信息形成或者变更之日起
  | 'made-or-obtained' // 制定或获取信息之日起
  | 'approved' // 批准后
  | 'decided' // 作出决定之日起
  | 'other'; // see the rule's text

export type DeadlinePeriod = 'day' | 'week' | 'month' | 'quarter' | 'half-year' | 'year';

/** A publication deadline. `text` always keeps the words of the source. */
export type DeadlineRule =
  | {
      readonly type: 'working-days';
      readonly days: number;
      readonly from: DeadlineTrigger;
      readonly text: string;
    }
  | {
      readonly type: 'calendar-days';
      readonly days: number;
      readonly from: DeadlineTrigger;
      readonly text: string;
    }
  | {
      readonly type: 'frequency';
      readonly times: number;
      readonly every: DeadlinePeriod;
      /** 季度结束后15日内: how long after a period ends its information is due. */
      readonly within?: { readonly days: number; readonly unit: 'working-day' | 'calendar-day' } | undefined;
      /** 每年3月31日前: `MM-DD` of the year after, by which the past year's information is due. */
      readonly byDate?: string | undefined;
      readonly text: string;
    }
  | {
      readonly type: 'before-event';
      readonly amount: number;
      readonly unit: 'day' | 'working-day' | 'week' | 'month';
      readonly text: string;
    }
  | { readonly type: 'at-once'; readonly text: string }
  | { readonly type: 'long-term'; readonly text: string }
  | { readonly type: 'text'; readonly text: string };
