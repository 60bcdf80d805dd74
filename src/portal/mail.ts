import type { AccountScope, MailDraft } from './scope.ts';

/** Writes a mail with the effect that wants it; it leaves after the commit, numbered so that a repeat is recognised. */
export async function writeMail(scope: AccountScope, draft: MailDraft): Promise<void> {
  const [next] = await scope.tx.$queryRaw<{ id: bigint }[]>`SELECT nextval('mail_id_seq') AS id`;
  const { id } = next!;
  const number = `M-${id}`;
  await scope.tx.mail.create({
    data: {
      id,
      accountId: scope.account.id,
      number,
      to: draft.to,
      subject: draft.subject,
      text: `${draft.text}\n\n${number}`,
      linkId: draft.linkId ?? null,
      createdAt: scope.now,
      nextAt: scope.now,
    },
    select: { id: true },
  });
  const attached = draft.attachments ?? [];
  if (attached.length === 0) return;
  await scope.tx.mailAttachment.createMany({
    data: attached.map(({ name, type, bytes }, position) => ({
      mailId: id,
      position,
      name,
      type,
      bytes: Uint8Array.from(bytes),
    })),
  });
}
