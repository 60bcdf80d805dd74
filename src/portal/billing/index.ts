import { addMethod } from './add-method.ts';
import { profile } from './profile.ts';
import { choose, removal } from './removal.ts';
import { removeMethod } from './remove-method.ts';
import { setDefault } from './set-default.ts';
import { checkContact, updateContact } from './update-contact.ts';

/** What people can ask for about the billing profile; its methods on file are listed by `payments.methods` too. */
export const billing = { profile, checkContact, updateContact, addMethod, choose, removal, removeMethod, setDefault };
