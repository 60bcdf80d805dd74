/** The package's ES entry does not load in Node; its bundle does, and has the same exports. */
declare module 'adaptivecards/dist/adaptivecards.js' {
  export * from 'adaptivecards';
}
