import type { Repertoire } from '../src/kit/dialog.ts';
import type { Portal } from '../src/portal/open.ts';
import { approveAccess } from './account/access-approve.ts';
import { declineAccess } from './account/access-decline.ts';
import { explainAccess } from './account/access-explain.ts';
import { listAccess } from './account/access-list.ts';
import { requestAccess } from './account/access-request.ts';
import { linkAccount } from './account/account-link.ts';
import { switchAccount } from './account/account-switch.ts';
import { unlinkAccount } from './account/account-unlink.ts';
import { listAudit } from './account/audit-list.ts';
import { requestsToDecide } from './account/home.ts';
import { setLanguage } from './account/language-set.ts';
import { listLinks } from './account/links-list.ts';
import { remindersDigest } from './account/notifications-digest.ts';
import { setNotifications } from './account/notifications-set.ts';
import { snoozeNotifications } from './account/notifications-snooze.ts';
import { requestMatter, requestNotices } from './account/request-notices.ts';
import { updateContact } from './billing/contact-update.ts';
import { expiringCards } from './billing/home.ts';
import { addMethod } from './billing/methods-add.ts';
import { makeDefault } from './billing/methods-default.ts';
import { listMethods } from './billing/methods-list.ts';
import { removeMethod } from './billing/methods-remove.ts';
import { billingNotices } from './billing/notices.ts';
import { listPlans } from './billing/plans-list.ts';
import { showProfile } from './billing/profile-show.ts';
import { downloadSchedule } from './billing/schedule-download.ts';
import { switchAutoRenew } from './contracts/autorenew.ts';
import { renewalsAhead } from './contracts/home.ts';
import { listContracts } from './contracts/list.ts';
import { renewContract } from './contracts/renew.ts';
import { showContract } from './contracts/show.ts';
import { askHelp } from './help/ask.ts';
import { bye } from './help/bye.ts';
import { greet } from './help/greet.ts';
import { handOver } from './help/handover.ts';
import { FIRST, showMenu } from './help/menu.ts';
import { prompts } from './help/prompts.ts';
import { thanks } from './help/thanks.ts';
import { disputeInvoice } from './invoices/dispute.ts';
import { downloadInvoice } from './invoices/download.ts';
import { emailInvoices } from './invoices/email.ts';
import { overdueInvoices } from './invoices/home.ts';
import { listInvoices } from './invoices/list.ts';
import { payInvoices } from './invoices/pay.ts';
import { showInvoice } from './invoices/show.ts';
import { ordersInProgress } from './orders/home.ts';
import { listOrders } from './orders/list.ts';
import { ordersChanged } from './orders/notices.ts';
import { trackOrder } from './orders/track.ts';
import { watchOrder } from './orders/watch.ts';
import { approvePayment } from './payments/approve.ts';
import { declinePayment } from './payments/decline.ts';
import { listDue } from './payments/due-list.ts';
import { payDue } from './payments/due-pay.ts';
import { ownPayments, paymentsDue, paymentsToDecide } from './payments/home.ts';
import { listPayments } from './payments/list.ts';
import { paymentMatter, paymentNotices } from './payments/matter.ts';
import { withdrawPayment } from './payments/withdraw.ts';
import { invitationsToDecide } from './people/home.ts';
import { invitationMatter } from './people/invitation-matter.ts';
import { approveInvitation } from './people/invites-approve.ts';
import { declineInvitation } from './people/invites-decline.ts';
import { listInvitations } from './people/invites-list.ts';
import { resendInvitation } from './people/invites-resend.ts';
import { revokeInvitation } from './people/invites-revoke.ts';
import { invitationNotices, skippedContacts } from './people/notices.ts';
import { inviteUser } from './people/users-invite.ts';
import { listUsers } from './people/users-list.ts';
import { reinstateUser } from './people/users-reinstate.ts';
import { removeUser } from './people/users-remove.ts';
import { changeRole } from './people/users-role-change.ts';
import { suspendUser } from './people/users-suspend.ts';
import { redeemRewards } from './rewards/redeem.ts';
import { showRewards } from './rewards/show.ts';

/** Everything people can ask for and be told. Adding a dialog, a matter, a notice or a part of the home page is a line here. */
export const repertoire: Repertoire<Portal> = {
  dialogs: [
    // account
    explainAccess,
    requestAccess,
    listAccess,
    approveAccess,
    declineAccess,
    switchAccount,
    linkAccount,
    unlinkAccount,
    listLinks,
    setLanguage,
    setNotifications,
    snoozeNotifications,
    listAudit,
    // billing
    showProfile,
    updateContact,
    listMethods,
    addMethod,
    removeMethod,
    makeDefault,
    // plans
    listPlans,
    downloadSchedule,
    // contracts
    listContracts,
    showContract,
    renewContract,
    switchAutoRenew,
    // help
    askHelp,
    bye,
    greet,
    handOver,
    showMenu,
    thanks,
    // invoices
    listInvoices,
    showInvoice,
    disputeInvoice,
    downloadInvoice,
    emailInvoices,
    payInvoices,
    // orders
    listOrders,
    trackOrder,
    watchOrder,
    // payments
    listPayments,
    listDue,
    payDue,
    approvePayment,
    declinePayment,
    withdrawPayment,
    // people
    listUsers,
    inviteUser,
    changeRole,
    suspendUser,
    reinstateUser,
    removeUser,
    listInvitations,
    approveInvitation,
    declineInvitation,
    revokeInvitation,
    resendInvitation,
    // rewards
    showRewards,
    redeemRewards,
  ],
  matters: [invitationMatter, paymentMatter, requestMatter],
  notices: [
    ...invitationNotices,
    ...paymentNotices,
    ...requestNotices,
    ...billingNotices,
    ordersChanged,
    remindersDigest,
    skippedContacts,
  ],
  home: {
    parts: [
      paymentsToDecide,
      invitationsToDecide,
      requestsToDecide,
      overdueInvoices,
      paymentsDue,
      ordersInProgress,
      renewalsAhead,
      ownPayments,
      expiringCards,
    ],
    first: FIRST,
    prompts,
  },
};
