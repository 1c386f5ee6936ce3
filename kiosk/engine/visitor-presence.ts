// Whether somebody may be using the screen: from the first touch until the idle reset says they left.

const touches = ['pointerdown', 'keydown', 'wheel'] as const;

export class VisitorPresence {
  private isThere = false;

  /** @param target what visitors touch, normally the window */
  constructor(target: Pick<EventTarget, 'addEventListener'>) {
    const arrive = () => {
      this.isThere = true;
    };
    for (const touch of touches) target.addEventListener(touch, arrive, { capture: true, passive: true });
  }

  get isPresent(): boolean {
    return this.isThere;
  }

  leave(): void {
    this.isThere = false;
  }
}
