/** One plan at a time: of wishes that come faster than plans, only the last one counts. */

export class Planner<Wish, Plan> {
  private waiting: Wish | null = null;
  private running: Promise<boolean> | null = null;

  /**
   * @param make Plans a wish.
   * @param done Hears of the plan for the last wish.
   * @param failed Hears why the last wish cannot be planned.
   */
  constructor(
    private readonly make: (wish: Wish) => Promise<Plan>,
    private readonly done: (plan: Plan, wish: Wish) => void | Promise<void>,
    private readonly failed: (error: Error) => void,
  ) {}

  get busy(): boolean {
    return this.running !== null;
  }

  /** @returns Whether the last wish could be planned, once it is known. */
  ask(wish: Wish): Promise<boolean> {
    this.waiting = wish;
    return (this.running ??= this.run());
  }

  private async run(): Promise<boolean> {
    const last = await this.untilNoneWaits();
    this.running = null;
    return this.waiting === null ? last : this.ask(this.waiting);
  }

  private async untilNoneWaits(): Promise<boolean> {
    for (;;) {
      const wish = this.waiting as Wish;
      this.waiting = null;
      try {
        const plan = await this.make(wish);
        if (this.waiting !== null) continue;
        await this.done(plan, wish);
        if (this.waiting === null) return true;
      } catch (error) {
        if (this.waiting !== null) continue;
        this.failed(error as Error);
        return false;
      }
    }
  }
}
