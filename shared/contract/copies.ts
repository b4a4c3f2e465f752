/** A copy of the database in its backup folder. */
export interface StoredCopy {
  id: string;
  /** When it was made, as an ISO instant; `null` where its name does not say. */
  at: string | null;
  /** What was about to happen or who asked: "daily", "by-hand", "before-import", "before-migration", "replaced". */
  why: string;
  bytes: number;
  /** Whether it passed a full check when it was made; a state that a restore replaced is kept as it was. */
  checked: boolean;
}

/** Where the data is. */
export interface DataState {
  file: string;
  bytes: number;
  /** The folder of the copies. */
  folder: string;
  /** The newest first. */
  copies: StoredCopy[];
  /** Whether `data.show` can be asked for. */
  canShow: boolean;
}

/** What a copy holds, against what is stored now. */
export interface CopyPreview {
  plans: { id: string; name: string; items: number }[];
  /** The last change in it, as an ISO instant; `null` when it remembers none. */
  lastChange: string | null;
  /** Names of plans that are stored now and not in the copy. */
  lostPlans: string[];
  /** Changes made since its last one; `null` where that cannot be told. */
  lostChanges: number | null;
}
