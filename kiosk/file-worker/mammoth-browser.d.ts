// The converter's bundle for browsers has the types of the package itself.
declare module 'mammoth/mammoth.browser.min.js' {
  const mammoth: {
    convertToHtml(
      input: { readonly arrayBuffer: ArrayBuffer },
      options: { readonly styleMap: readonly string[]; readonly externalFileAccess: boolean },
    ): Promise<{ readonly value: string }>;
  };
  export default mammoth;
}
