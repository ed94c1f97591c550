/** The choices of an action sheet, with a mark at the one that holds now. */
export const marked = <C extends { value: unknown }>(choices: readonly C[], value: C['value']) =>
  choices.map((choice) => ({ ...choice, icon: choice.value === value ? 'success' : undefined }));
