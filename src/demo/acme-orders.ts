import { addDays, type IsoDate } from '../lib/dates.ts';
import { events, line } from './books.ts';

const account = 'ACME';

/** Acme Polska's orders in every state. */
export function acmeOrders(today: IsoDate) {
  const day = (days: number) => addDays(today, days);
  const placedBy = 'Paweł Kruk';
  return [
    {
      id: 'ACME-88012',
      account,
      number: '88012',
      orderedOn: day(-13),
      placedBy,
      state: 'shipped',
      currency: 'PLN',
      total: '8740.00',
      carrier: 'InTrans Kurier',
      trackingNumber: 'ITK 5520 1187 34',
      expectedOn: day(2),
      lines: [line('Network switch N24', 2, '6780.00'), line('Optical transceiver', 8, '1960.00')],
      events: events(today, [
        [-13, 9, 'booked'],
        [-9, 12, 'provisioning', 'Picked in the warehouse in Łódź'],
        [-2, 15, 'shipped', 'Handed to the carrier'],
      ]),
    },
    {
      id: 'ACME-88007',
      account,
      number: '88007',
      orderedOn: day(-64),
      placedBy: 'Emily Carter',
      state: 'delivered',
      currency: 'PLN',
      total: '15320.00',
      carrier: 'InTrans Kurier',
      trackingNumber: 'ITK 5520 0931 08',
      expectedOn: day(-50),
      lines: [line('Rack server S7', 1, '14900.00'), line('Rail kit', 1, '420.00')],
      events: events(today, [
        [-64, 8, 'booked'],
        [-55, 13, 'shipped'],
        [-51, 10, 'delivered', 'Signed for at the reception'],
      ]),
    },
    {
      id: 'ACME-88019',
      account,
      number: '88019',
      orderedOn: day(-3),
      placedBy,
      state: 'pending_payment',
      currency: 'PLN',
      total: '18942.00',
      expectedOn: day(21),
      lines: [line('Storage shelf D12', 1, '18942.00')],
      events: events(today, [[-3, 11, 'pending_payment', 'Waits for its payment']]),
    },
    {
      id: 'ACME-88015',
      account,
      number: '88015',
      orderedOn: day(-8),
      placedBy: 'Emily Carter',
      state: 'provisioning',
      currency: 'EUR',
      total: '6400.00',
      expectedOn: day(1),
      lines: [line('Integration Suite, processor', 2, '6400.00')],
      events: events(today, [
        [-8, 9, 'booked'],
        [-6, 9, 'provisioning'],
      ]),
    },
    {
      id: 'ACME-87990',
      account,
      number: '87990',
      orderedOn: day(-170),
      placedBy,
      state: 'delivered',
      currency: 'PLN',
      total: '17650.00',
      lines: [line('Storage shelf D12', 1, '17650.00')],
      events: events(today, [
        [-170, 9, 'booked'],
        [-158, 14, 'delivered'],
      ]),
    },
    {
      id: 'ACME-87981',
      account,
      number: '87981',
      orderedOn: day(-188),
      placedBy,
      state: 'cancelled',
      currency: 'PLN',
      total: '2100.00',
      lines: [line('Tape cartridge LTO-9', 10, '2100.00')],
      events: events(today, [
        [-188, 10, 'booked'],
        [-186, 12, 'cancelled', 'Cancelled at the request of the customer'],
      ]),
    },
  ];
}
