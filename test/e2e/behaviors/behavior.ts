import type { Driver } from "../harness/driver.ts";

/** One promise to the person at the keyboard, and how it is shown to hold. */
export interface Behavior {
  readonly title: string;
  readonly run: (driver: Driver) => Promise<void>;
  /** Why a browser cannot be asked: named in its report instead of run. */
  readonly cannot?: Partial<Record<Driver["name"], string>>;
}
