// The dial-in settings of a user account.

/** How the server calls a user back. */
export const callbackModes = ['none', 'preset', 'caller'] as const;

/** 'none': not at all; 'preset': at the number in the settings; 'caller': at a number that the caller gives. */
export type Callback = (typeof callbackModes)[number];

export interface User {
  /** Whether the user may dial in. Means nothing while `usesPolicy` is true. */
  readonly mayDialIn: boolean;
  /** `undefined` when the server gives none of the three, or several. */
  readonly callback: Callback | undefined;
  /** The number for the callback 'preset'; '' for none. */
  readonly phoneNumber: string;
  /** Whether the network policy decides instead of `mayDialIn`; `undefined` if the server does not say. */
  readonly usesPolicy: boolean | undefined;
}

/** Settings that are left out stay. */
export interface UserSettings {
  readonly mayDialIn?: boolean;
  readonly callback?: Callback;
  readonly phoneNumber?: string;
  readonly usesPolicy?: boolean;
}
