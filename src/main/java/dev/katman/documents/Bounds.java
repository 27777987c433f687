package dev.katman.documents;

/**
 * How much is read at most, so that no file can fill the memory or keep us busy for ever.
 *
 * @param fileBytes   of one file
 * @param characters  of the text of one file; held in memory
 * @param inflated    bytes of a packed file's parts that are looked at
 * @param ratio       of unpacked to packed bytes, beyond the first megabyte; text packs to a tenth, tables of one value to a hundredth
 * @param folderFiles of one folder with all below it
 * @param folderBytes of them together
 * @param depth       levels of folders
 */
record Bounds(long fileBytes, int characters, long inflated, int ratio, int folderFiles, long folderBytes, int depth) {
    static final Bounds USUAL = new Bounds(64L << 20, 20_000_000, 128L << 20, 250, 2_000, 256L << 20, 16);
}
