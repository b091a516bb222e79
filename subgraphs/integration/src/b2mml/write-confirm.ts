import type { B2mmlError } from './rules.ts';
import { applicationAreaElement } from './write-transaction.ts';
import { el, writeDocument } from './xml-writer.ts';

/** The answer to a message: taken, or not and why. */
export interface Confirmation {
  readonly confirmationId: string;
  readonly createdAt: string;
  /** The message that is answered, by its sender's id. */
  readonly messageId: string | null;
  /** When the message said that it was made; its arrival when it did not. */
  readonly messageCreatedAt: string;
  /** Empty: accepted. */
  readonly errors: readonly (Omit<B2mmlError, 'rule'> & { readonly rule: string })[];
}

const AREA = {
  senderLogicalId: null,
  senderComponentId: null,
  senderReferenceId: null,
  confirm: 'Never',
} as const;

/** A V7 ConfirmBOD: `Accepted`, or `Rejected` with a note for each error. */
export function writeConfirmBod(confirmation: Confirmation): string {
  const { errors } = confirmation;
  const original = { ...AREA, bodId: confirmation.messageId, createdAt: confirmation.messageCreatedAt };
  const action = errors.length === 0 ? 'Accepted' : 'Rejected';
  const notes = errors.map((error) => {
    const place = error.line > 0 ? `line ${error.line}` : 'message';
    return el('Note', `${error.rule} ${place}${error.element ? ` ${error.element}` : ''}: ${error.message}`);
  });
  const confirm = el('Confirm', [
    applicationAreaElement('OriginalApplicationArea', original),
    el('ResponseCriteria', [el('ResponseExpression', 'BOD', { actionCode: action })]),
  ]);
  return writeDocument(
    el('ConfirmBOD', [
      applicationAreaElement('ApplicationArea', {
        ...AREA,
        bodId: confirmation.confirmationId,
        createdAt: confirmation.createdAt,
      }),
      el('DataArea', [confirm, el('BOD', notes)]),
    ]),
  );
}
