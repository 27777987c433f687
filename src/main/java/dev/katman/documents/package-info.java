/**
 * Documents that go along with a message: files and folders read to text with its structure, cut into fragments along that structure, and
 * the fragments found that a question needs. Nothing here makes a call, and nothing a file holds can break it: what cannot be read says why.
 */
package dev.katman.documents;
